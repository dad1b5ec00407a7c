"""What all checks share: a line for each on stdout, and the count of failures."""

import json
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request

PICTURES = os.environ.get("DATELINE_PICTURES", "")  # where pictures are kept

SYSTEM_PYTHON = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")  # which has QGIS and GDAL

results = {"ok": 0, "FAILED": 0, "skipped": 0, "departs": 0}


def tell(outcome, name, detail=""):
    results[outcome] += 1
    print(f"{outcome:7} {name}{': ' if detail != '' else ''}{detail}", flush=True)


def check(name, got, want):
    tell("ok" if got == want else "FAILED", name, got if got == want else f"{got}, want {want}")


def get(url, accept="*/*"):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept})) as r:
        return r.read()


def collections(url):
    """Returns the ids of the collections that a server has."""
    return list(titles(url))


def titles(url):
    """Returns the titles of the collections that a server has, by their ids."""
    return {c["id"]: c["title"] for c in json.loads(get(f"{url}/collections"))["collections"]}


def items(url, collection, **query):
    """Returns a page of features."""
    return json.loads(get(f"{url}/collections/{collection}/items?{urllib.parse.urlencode(query)}"))


def matched(url, collection, **query):
    """Returns how many features there are."""
    return items(url, collection, limit=1, **query)["numberMatched"]


def points_of(page):
    """Returns the points, as (lon, lat), of those features of a page that have one."""
    return [tuple(f["geometry"]["coordinates"]) for f in page["features"] if f["geometry"]]


def points(url, collection, **query):
    """Returns the points of the features that there are."""
    return points_of(items(url, collection, limit=10000, **query))


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)
