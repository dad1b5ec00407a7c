"""Reads the server through QGIS's own providers, without a window."""

import json
import os

from checks import PICTURES, SYSTEM_PYTHON, check, get, items, matched, run, tell
from marks import discs, pixel, separate

# A filter for each collection, that means the same to QGIS and in CQL2.
FILTERS = {
    "mentions": "role = 'place' AND date >= '2019-01-01'", "places": "mentions > 3 AND name <> 'Hama'",
    "events": "status = 'reported' AND confidence > 0.5",
    "incidents": "type = 'shelling' OR articles > 1", "control": "state = 'held' AND since >= '2018-01-01'", "contact": "uncertainty_km < 10",
    "fronts": "kind = 'axis' OR confidence < 0.7", "articles": "language = 'ar'",
}

CLOSE = 3  # how many marks may run into each other in one picture and not in the other


def read(url, package, filters, picture=""):
    out = run(SYSTEM_PYTHON, os.path.join(os.path.dirname(os.path.abspath(__file__)), "qgis_reads.py"), url, package, json.dumps(filters), picture)
    lines = [line for line in out.stdout.splitlines() if line.startswith("{")]
    if not lines:
        tell("skipped" if "No module named 'qgis'" in out.stderr else "FAILED", "QGIS (Debian: python3-qgis)", out.stderr.strip().splitlines()[-1])
        return None
    return json.loads(lines[0])


def qgis(url, folder):
    package = os.path.join(folder, "qgis.gpkg")
    with open(package, "wb") as file:
        file.write(get(f"{url}/collections/mentions/items?f=gpkg"))
    seen = read(url, package, FILTERS, os.path.join(PICTURES or folder, "QGIS.png"))
    if seen is None:
        return
    tell("ok", "QGIS", seen["version"])
    for c in FILTERS:
        all_of, box, chosen = matched(url, c), matched(url, c, bbox="36,35,37,36"), matched(url, c, filter=FILTERS[c])
        check(f"QGIS, OGC API, {c}: counted and read", [seen[c]["counted"], seen[c]["read"]], [all_of, all_of])
        check(f"QGIS, OGC API, {c}: box of all, box asked for", seen[c]["box"], [box, box])
        check(f"QGIS, OGC API, {c}: filter", seen[c]["filter"], [True, chosen])
    fields = seen["mentions"]["fields"]
    check("QGIS, types of fields", [fields[f] for f in ("date", "confidence", "start", "name")], ["Date", "Real", "Integer", "String"])
    kinds = seen["fronts"]["geometries"]
    check("QGIS, geometries of fronts", [len(kinds) > 3, sum(kinds.values())], [True, matched(url, "fronts")])
    placed = items(url, "mentions", limit=10000, filter="geometry IS NOT NULL")["features"]
    marks, errors = seen["picture"]
    want = separate(discs(pixel(*f["geometry"]["coordinates"]) for f in placed))
    tell("ok" if abs(marks - want) <= CLOSE and errors == 0 else "FAILED", "QGIS, marks in the picture", f"{marks} for {want}")
    check("QGIS, GeoPackage", seen["package"], matched(url, "mentions"))
    tiles = seen["tiles"]
    check("QGIS, vector tiles drawn without an error", [tiles["valid"], tiles["drawn"][0] > 0, tiles["drawn"][1]], [True, True, 0])


def many(folder):
    """Makes articles with 30,000 mentions: more than any page."""
    path = os.path.join(folder, "many.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for i in range(10000):
            text = f"Report {i}. Alpha, Beta, Gamma."
            mentions = []
            for j, phrase in enumerate(["Alpha", "Beta", "Gamma"]):
                start = text.index(phrase)
                mentions.append({
                    "start": start, "end": start + len(phrase), "phrase": phrase, "lon": (i * 37 + j * 911) % 3600 / 10 - 180,
                    "lat": (i * 53 + j * 577) % 1700 / 10 - 85, "place": f"dl{(i * 7 + j) % 5000}", "name": phrase, "kind": "P.PPL", "role": "place",
                    "precision": "town", "confidence": 0.9, "candidates": []})
            day = f"20{11 + i % 10}-{1 + i % 12:02}-{1 + i % 28:02}"
            line = {"id": f"{i:016x}", "lang": "en", "title": f"Report {i}", "source": "Made", "published": day, "text": text, "mentions": mentions, "fronts": []}
            file.write(json.dumps(line) + "\n")
    return path


def qgis_pages(url):
    """A collection of many pages, in full and filtered."""
    seen = read(url, "", {"mentions": FILTERS["mentions"]})
    if seen is None:
        return
    all_of, chosen = matched(url, "mentions"), matched(url, "mentions", filter=FILTERS["mentions"])
    check("QGIS, 30 pages: counted and read", [seen["mentions"]["counted"], seen["mentions"]["read"]], [all_of, all_of])
    check("QGIS, 30 pages: filter", seen["mentions"]["filter"], [True, chosen])
