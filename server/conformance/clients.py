"""Asks the server through GDAL, OWSLib, geopandas and geopy, as their users do."""

import csv
import io
import os

from checks import COLLECTIONS, check, get, matched, run


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
    for c in COLLECTIONS:
        want = matched(url, c)
        check(f"GDAL, OGC API, {c}", count("OAPIF:" + url, c), want)
        for ending, f in {"gpkg": "gpkg", "kml": "kml", "geojson": "geojson", "geojsonl": "geojsonseq", "csv": "csv", "fgb": "fgb"}.items():
            path = os.path.join(folder, f"{c}.{ending}")
            with open(path, "wb") as file:
                file.write(get(f"{url}/collections/{c}/items?f={f}"))
            layer = {"gpkg": c, "kml": c.capitalize()}.get(ending, c)
            check(f"GDAL, {f}, {c}", count(path, layer), want)
    out = run("ogrinfo", "-ro", "-al", f"MVT:{url}/tiles/mentions/0", "mentions", "-oo", "TILE_EXTENSION=mvt").stdout
    seen = sum(float(line.split("=")[1]) for line in out.splitlines() if line.strip().startswith("count ("))
    check("GDAL, vector tile of the world, features counted", int(seen), matched(url, "mentions", filter="geometry IS NOT NULL"))


def owslib(url, _):
    from owslib.ogcapi.features import Features

    w = Features(url)
    check("OWSLib, collections", w.feature_collections(), COLLECTIONS)
    for c in COLLECTIONS:
        check(f"OWSLib, items of {c}", w.collection_items(c, limit=1)["numberMatched"], matched(url, c))
    check("OWSLib, filter", w.collection_items("mentions", filter="name = 'Idlib'")["numberMatched"], matched(url, "mentions", name="Idlib"))
    check("OWSLib, queryables", w.collection_queryables("mentions")["type"], "object")


def geopandas(url, _):
    import geopandas as gp

    for c in COLLECTIONS:
        check(f"geopandas, {c}", len(gp.read_file(f"{url}/collections/{c}/items?f=geojson")), matched(url, c))


def geopy(url, _):
    from geopy.geocoders import Nominatim

    g = Nominatim(domain=url.split("//")[1], scheme="http", user_agent="dateline-conformance")
    found = g.geocode("Khan Sheikhoun, Syria", addressdetails=True)
    check("geopy, search", (int(found.latitude * 10) / 10, int(found.longitude * 10) / 10), (35.4, 36.6))
    check("geopy, address", found.raw["address"]["country_code"], "sy")
    check("geopy, language", g.geocode("Aleppo", language="ar").raw["name"], "حلب")
    check("geopy, language of the reverse", g.reverse((35.44, 36.65), language="ar").raw["name"], "خان شيخون")
    check("geopy, country", g.geocode("Tripoli", country_codes="lb", addressdetails=True).raw["address"]["country_code"], "lb")
    check("geopy, reverse", g.reverse((35.44, 36.65), language="en").raw["name"], "Khan Shaykhun")
    check("geopy, reverse at sea", g.reverse((-50, -130)), None)
    check("geopy, no comma", g.geocode("Homs Syria").raw["name"], "Homs")
    check("geopy, Arabic comma", g.geocode("حمص، سوريا").raw["name"], "Homs")
    check("geopy, structured", g.geocode({"city": "Tripoli", "country": "Lebanon"}, addressdetails=True).raw["address"]["country_code"], "lb")
    check("geopy, coordinates", g.geocode("35.44, 36.65").raw["name"], "Khan Shaykhun")
    for form, key in {"wkt": "geotext", "kml": "geokml", "svg": "svg", "geojson": "geojson"}.items():
        check(f"geopy, outline as {form}", key in g.geocode("Idlib Governorate, Syria", geometry=form).raw, True)
    for kind, name in {"country": "Syria", "state": "Idlib Governorate", "city": "Idlib", "settlement": "Idlib"}.items():
        check(f"geopy, type {kind}", g.geocode(name, featuretype=kind).raw["name"], name)
    check("geopy, reverse by zoom", [g.reverse((35.44, 36.65), zoom=z).raw["addresstype"] for z in (3, 5)], ["country", "state"])


def spreadsheet(url, _):
    rows = list(csv.DictReader(io.StringIO(get(f"{url}/collections/mentions/items?f=csv&bom=1").decode("utf-8-sig"))))
    check("CSV, rows", len(rows), matched(url, "mentions"))
