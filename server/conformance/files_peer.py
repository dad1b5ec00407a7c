"""Reads files as their users do: downloaded, and by address with lengths and parts."""

import os

from checks import SYSTEM_PYTHON, check, collections, get, matched, points, run, tell
from plot import plotted


def files(url, folder):
    import duckdb
    import geopandas
    import pyogrio
    import shapely

    for c in collections(url):
        want = matched(url, c)
        items = f"{url}/collections/{c}/items"
        for f in ("gpkg", "fgb", "geojsonseq", "kml"):
            check(f"pyogrio by address, {f}, {c}", len(pyogrio.read_dataframe(f"{items}?f={f}")), want)
            out = run("ogrinfo", "-ro", "-al", "-so", f"/vsicurl/{items}?f={f}")
            check(f"GDAL by address, {f}, {c}", f"Feature Count: {want}\n" in out.stdout, True)
        check(f"pyogrio by address, a page, {c}", len(pyogrio.read_dataframe(f"{items}?limit=10000")), want)
        path = os.path.join(folder, f"{c}.parquet")
        with open(path, "wb") as file:
            file.write(get(f"{items}?f=parquet"))
        check(f"geopandas, GeoParquet, {c}", len(geopandas.read_parquet(path)), want)
        check(f"DuckDB, GeoParquet, {c}", duckdb.sql(f"select count(*), count(geometry) from '{path}'").fetchall()[0],
              (want, matched(url, c, filter="geometry IS NOT NULL")))
    mentions = duckdb.sql(f"select geometry from '{os.path.join(folder, 'mentions.parquet')}' where geometry is not null").fetchall()
    plotted("DuckDB", folder, [(p.x, p.y) for p in shapely.from_wkb([bytes(g) for g, in mentions])], points(url, "mentions"))
    box = {"bbox": "36,35,37,36"}
    found = pyogrio.read_dataframe(f"{url}/collections/fronts/items?f=fgb", bbox=(36, 35, 37, 36))
    check("pyogrio by address, FlatGeobuf in a box", len(found), matched(url, "fronts", **box))
    path = os.path.join(folder, "all.gpkg")
    with open(path, "wb") as file:
        file.write(get(f"{url}/collections?f=gpkg"))
    check("pyogrio, one GeoPackage of all", [str(name) for name, _ in pyogrio.list_layers(path)], collections(url))
    out = run(SYSTEM_PYTHON, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", path)
    if "No module named" in out.stderr:
        tell("skipped", "GDAL's validator of GeoPackages (Debian: python3-gdal)")
    else:
        check("GDAL's validator of GeoPackages, faults", [out.returncode, out.stdout.strip()], [0, ""])
