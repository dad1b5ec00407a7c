"""Asks the server through GDAL, OWSLib and geopandas, as their users do."""

import csv
import io
import os

from checks import PICTURES, check, collections, get, matched, points, points_of, run, titles
from marks import quarter
from plot import plotted


# Conditions that mean the same in OGR SQL, which GDAL evaluates itself where it can't push them down, and in CQL2.
CONDITIONS = [
    "name = 'Idlib' OR role = 'metonym'", "name LIKE 'K%'", "role IN ('place','metonym')", "start BETWEEN 100 AND 200", "name IS NULL",
    "name IS NOT NULL AND confidence < 0.5", "NOT role = 'place'", "date >= '2019-08-01' AND date <= '2019-08-31' OR name = 'Hama'",
]


def count(source, layer, *options):
    """Counts features as ogrinfo prints them one by one."""
    out = run("ogrinfo", "-ro", "-al", source, layer, *options)
    return out.stdout.count("\nOGRFeature(") if out.returncode == 0 else out.stderr


def gdal(url, folder):
    where = "role = 'place' AND date >= '2019-01-01'"
    check("GDAL, attribute filter", count("OAPIF:" + url, "mentions", "-where", where), matched(url, "mentions", role="place", datetime="2019-01-01/.."))
    check("GDAL, box", count("OAPIF:" + url, "mentions", "-spat", "36", "35", "37", "36"), matched(url, "mentions", bbox="36,35,37,36"))
    for where in CONDITIONS:
        check(f"GDAL, where {where}", count("OAPIF:" + url, "mentions", "-where", where), matched(url, "mentions", filter=where))
    for c, title in titles(url).items():
        want = matched(url, c)
        check(f"GDAL, OGC API, {c}", count("OAPIF:" + url, c), want)
        for ending, f in {"gpkg": "gpkg", "kml": "kml", "geojson": "geojson", "geojsonl": "geojsonseq", "csv": "csv", "fgb": "fgb"}.items():
            path = os.path.join(folder, f"{c}.{ending}")
            with open(path, "wb") as file:
                file.write(get(f"{url}/collections/{c}/items?f={f}"))
            check(f"GDAL, {f}, {c}", count(path, title if f == "kml" else c), want)
    out = run("ogrinfo", "-ro", "-al", f"MVT:{url}/tiles/mentions/0", "mentions", "-oo", "TILE_EXTENSION=mvt").stdout
    seen = sum(float(line.split("=")[1]) for line in out.splitlines() if line.strip().startswith("count ("))
    check("GDAL, vector tile of the world, features counted", int(seen), matched(url, "mentions", filter="geometry IS NOT NULL"))
    gdal_picture(url, folder)


def gdal_picture(url, folder):
    """Burns the mentions into a picture of the world and counts its pixels, a quarter of a degree each."""
    path = os.path.join(folder, "burnt")
    run("gdal_rasterize", "-q", "-burn", "255", "-ot", "Byte", "-of", "ENVI", "-te", "-180", "-90", "180", "90", "-ts", "1440", "720", "-l", "mentions", "OAPIF:" + url, path)
    run("gdal_translate", "-q", "-of", "PNG", path, os.path.join(PICTURES or folder, "GDAL.png"))
    with open(path, "rb") as file:
        burnt = file.read()
    want = len({quarter(*p) for p in points(url, "mentions")})
    check("GDAL, pixels in the picture", len(burnt) - burnt.count(0), want)


def owslib(url, folder):
    from owslib.ogcapi.features import Features

    w = Features(url)
    check("OWSLib, collections", w.feature_collections(), collections(url))
    for c in collections(url):
        check(f"OWSLib, items of {c}", w.collection_items(c, limit=1)["numberMatched"], matched(url, c))
    check("OWSLib, filter", w.collection_items("mentions", filter="name = 'Idlib'")["numberMatched"], matched(url, "mentions", name="Idlib"))
    check("OWSLib, queryables", w.collection_queryables("mentions")["type"], "object")
    plotted("OWSLib", folder, points_of(w.collection_items("mentions", limit=10000)), points(url, "mentions"))


def geopandas(url, folder):
    import geopandas as gp

    for c in collections(url):
        check(f"geopandas, {c}", len(gp.read_file(f"{url}/collections/{c}/items?f=geojson")), matched(url, c))
    mentions = gp.read_file(f"{url}/collections/mentions/items?f=geojson").geometry.dropna()
    plotted("geopandas", folder, list(zip(mentions.x, mentions.y)), points(url, "mentions"))


def spreadsheet(url, _):
    rows = list(csv.DictReader(io.StringIO(get(f"{url}/collections/mentions/items?f=csv&bom=1").decode("utf-8-sig"))))
    check("CSV, rows", len(rows), matched(url, "mentions"))
