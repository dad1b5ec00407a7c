"""Reads the server through QGIS's own providers, without a window."""

import json
import os

from checks import COLLECTIONS, check, get, matched, run, tell

PYTHON = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")


def read(url, package, *names):
    out = run(PYTHON, os.path.join(os.path.dirname(os.path.abspath(__file__)), "qgis_reads.py"), url, package, *names)
    lines = [line for line in out.stdout.splitlines() if line.startswith("{")]
    if not lines:
        tell("skipped" if "No module named 'qgis'" in out.stderr else "FAILED", "QGIS (Debian: python3-qgis)", out.stderr.strip().splitlines()[-1])
        return None
    return json.loads(lines[0])


def qgis(url, folder):
    package = os.path.join(folder, "qgis.gpkg")
    with open(package, "wb") as file:
        file.write(get(f"{url}/collections/mentions/items?f=gpkg"))
    seen = read(url, package, *COLLECTIONS)
    if seen is None:
        return
    tell("ok", "QGIS", seen["version"])
    for c in COLLECTIONS:
        want = matched(url, c)
        check(f"QGIS, OGC API, {c}: counted and read", [seen[c]["counted"], seen[c]["read"]], [want, want])
    fields = seen["mentions"]["fields"]
    check("QGIS, types of fields", [fields[f] for f in ("date", "confidence", "start", "name")], ["Date", "Real", "Integer", "String"])
    box = matched(url, "mentions", bbox="36,35,37,36")
    check("QGIS, box", [seen["box"], seen["box only"]], [box, box])
    want = matched(url, "mentions", role="place", datetime="2019-01-01/..")
    check("QGIS, filter", [seen["filter taken"], *seen["filter"]], [True, want, want])
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
    """All of a collection of many pages, and a filter of some. QGIS 3.22 filters by itself and counts then what it has got so far."""
    seen = read(url, "", "mentions")
    if seen is None:
        return
    want = matched(url, "mentions")
    check("QGIS, 30 pages: counted and read", [seen["mentions"]["counted"], seen["mentions"]["read"]], [want, want])
    want = matched(url, "mentions", role="place", datetime="2019-01-01/..")
    check("QGIS, 30 pages, filter: read", seen["filter"][1], want)
