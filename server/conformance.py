"""Holds a running Dateline against programs that others wrote: make conformance.

Starts the server given as the first argument with its sample corpus, asks it
through GDAL, OWSLib, geopandas, geopy and Schemathesis, and ends it. Prints a
line for each check; the exit status is 1 when one of them fails.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request

COLLECTIONS = ["mentions", "places", "fronts", "articles"]
failures = 0


def check(name, got, want):
    global failures
    ok = got == want
    failures += not ok
    print(f"{'ok    ' if ok else 'FAILED'} {name}: {got}" + ("" if ok else f", want {want}"), flush=True)


def get(url, accept="*/*"):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept})) as r:
        return r.read()


def matched(url, collection, query=""):
    return json.loads(get(f"{url}/collections/{collection}/items?limit=1&{query}"))["numberMatched"]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def count(source, layer, *options):
    """Counts features as ogrinfo prints them one by one."""
    out = run("ogrinfo", "-ro", "-al", source, layer, *options)
    return out.stdout.count("\nOGRFeature(") if out.returncode == 0 else out.stderr


def gdal(url, folder):
    where = "role = 'place' AND date >= '2019-01-01'"
    pushed = "role=place&datetime=2019-01-01/.."
    check("GDAL, attribute filter", count("OAPIF:" + url, "mentions", "-where", where), matched(url, "mentions", pushed))
    check("GDAL, box", count("OAPIF:" + url, "mentions", "-spat", "36", "35", "37", "36"), matched(url, "mentions", "bbox=36,35,37,36"))
    for c in COLLECTIONS:
        want = matched(url, c)
        check(f"GDAL, OGC API, {c}", count("OAPIF:" + url, c), want)
        for ending, f in {"gpkg": "gpkg", "kml": "kml", "geojson": "geojson", "geojsonl": "geojsonseq", "csv": "csv"}.items():
            path = os.path.join(folder, f"{c}.{ending}")
            with open(path, "wb") as file:
                file.write(get(f"{url}/collections/{c}/items?f={f}"))
            layer = {"gpkg": c, "kml": c.capitalize()}.get(ending, c)
            check(f"GDAL, {f}, {c}", count(path, layer), want)
    out = run("ogrinfo", "-ro", "-al", f"MVT:{url}/tiles/mentions/0", "mentions", "-oo", "TILE_EXTENSION=mvt").stdout
    seen = sum(float(line.split("=")[1]) for line in out.splitlines() if line.strip().startswith("count ("))
    placed = matched(url, "mentions", "filter=geometry%20IS%20NOT%20NULL")
    check("GDAL, vector tile of the world, features counted", int(seen), placed)


def owslib(url):
    from owslib.ogcapi.features import Features

    w = Features(url)
    check("OWSLib, collections", w.feature_collections(), COLLECTIONS)
    for c in COLLECTIONS:
        check(f"OWSLib, items of {c}", w.collection_items(c, limit=1)["numberMatched"], matched(url, c))
    check("OWSLib, filter", w.collection_items("mentions", filter="name = 'Idlib'")["numberMatched"], matched(url, "mentions", "name=Idlib"))
    check("OWSLib, queryables", w.collection_queryables("mentions")["type"], "object")


def geopandas(url):
    import geopandas as gp

    for c in COLLECTIONS:
        check(f"geopandas, {c}", len(gp.read_file(f"{url}/collections/{c}/items?f=geojson")), matched(url, c))


def geopy(url):
    from geopy.geocoders import Nominatim

    g = Nominatim(domain=url.split("//")[1], scheme="http", user_agent="dateline-conformance")
    found = g.geocode("Khan Sheikhoun, Syria", addressdetails=True)
    check("geopy, search", (int(found.latitude * 10) / 10, int(found.longitude * 10) / 10), (35.4, 36.6))
    check("geopy, address", found.raw["address"]["country_code"], "sy")
    check("geopy, language", g.geocode("Aleppo", language="ar").raw["name"], "حلب")
    check("geopy, country", g.geocode("Tripoli", country_codes="lb", addressdetails=True).raw["address"]["country_code"], "lb")
    check("geopy, reverse", g.reverse((35.44, 36.65)).raw["name"], "Khan Shaykhun")
    check("geopy, reverse at sea", g.reverse((-50, -130)), None)


def spreadsheet(url):
    rows = list(csv.DictReader(io.StringIO(get(f"{url}/collections/mentions/items?f=csv&bom=1").decode("utf-8-sig"))))
    check("CSV, rows", len(rows), matched(url, "mentions"))


def schemathesis(url):
    # What CQL2, names in sortby and corners of boxes may be no schema can say. /events has no end.
    out = run(
        os.path.join(os.path.dirname(sys.executable), "st"), "run", url + "/api", "--max-examples", os.environ.get("EXAMPLES", "30"),
        "--seed", "1", "--exclude-checks", "positive_data_acceptance", "--exclude-path", "/events", "--header", "Authorization: Bearer conformance",
    )
    lines = out.stdout.splitlines()
    cases = next((line.strip().split(",")[0] for line in lines if " generated" in line), "nothing generated")
    # A limit above the maximum means the maximum (17-069r4, fc-limit-response-1): no schema can say that either.
    failed = [line for line in lines if line.strip().startswith("curl ") and not re.search(r"[?&]limit=(51|10001)'", line)]
    check(f"Schemathesis ({cases}), failures", failed, [])


def main():
    with tempfile.TemporaryDirectory() as folder:
        token = os.path.join(folder, "token")
        with open(token, "w", encoding="utf-8") as file:
            file.write("conformance")
        with open(os.path.join(folder, "log"), "w", encoding="utf-8") as log:
            server = subprocess.Popen([sys.argv[1], "serve", "--addr", "127.0.0.1:0", "--token-file", token], stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            url = server.stdout.readline().strip()
            for part in (lambda: gdal(url, folder), lambda: owslib(url), lambda: geopandas(url), lambda: geopy(url), lambda: spreadsheet(url), lambda: schemathesis(url)):
                part()
        finally:
            server.terminate()
            server.wait()
    print(f"{failures} failed")
    return 1 if failures else 0


sys.exit(main())
