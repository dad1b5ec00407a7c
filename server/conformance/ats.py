"""The abstract tests of OGC API - Features, Parts 1, 2 and 3, as data.

ats.json holds for each test its id in the standard, a request, and what must
hold of the answer, as expressions of Python over the names that World and
Answer give. A path with {c} is asked for each collection, with {crs} for each
of its systems of coordinates. Instead of a path a test of CQL2 has a filter,
which is asked for each property {q} of its types, with a value {v} of that type,
as text and as JSON. A test that is daily is for the collections that differ by the
day, one that is not for all others. An entry that departs is a test of which the
standard and this server differ; it fails when they no longer do.
"""

import datetime
import itertools
import json
import math
import os
import re
import urllib.error
import urllib.parse
import urllib.request

from checks import get, items, tell

# What properties are compared with, by their types.
VALUES = {"string": "'Idlib'", "boolean": "true", "number": "0.9", "integer": "10", "date": "DATE('2019-08-22')"}
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
DAILY = {"control", "contact"}  # their features differ by day, which datetime chooses


class Answer:
    """A response."""

    def __init__(self, url, accept=None):
        request = urllib.request.Request(url, headers={"Accept": accept} if accept else {})
        try:
            with urllib.request.urlopen(request) as r:
                self.status, self.headers, body, self.version = r.status, r.headers, r.read(), r.version
        except urllib.error.HTTPError as e:
            self.status, self.headers, body, self.version = e.code, e.headers, e.read(), 11
        self.type = self.headers["Content-Type"] or ""
        self.body, self.text = body, body.decode("utf-8", "replace")
        self.doc = json.loads(self.text) if "json" in self.type else None

    def links(self, rel):
        return [link for link in self.doc["links"] if link["rel"] == rel]

    def other_types(self):
        return {link["type"] for link in self.links("alternate")}

    def ids(self):
        return [f["id"] for f in self.doc["features"]]


class World:
    """The metadata of a server, read before the tests."""

    def __init__(self, url):
        self.url = url
        self.root = Answer(url + "/").doc
        self.api = json.loads(get(url + "/api", OPENAPI))
        self.classes = Answer(url + "/conformance").doc["conformsTo"]
        self.collections = {c["id"]: c for c in Answer(url + "/collections").doc["collections"]}
        self.features = {c: items(url, c, limit=10000)["features"] for c in self.collections}

    def parameter(self, collection, name):
        """Returns a parameter of items as the OpenAPI document defines it."""
        for p in self.api["paths"][f"/collections/{collection}/items"]["get"]["parameters"]:
            if "$ref" in p:
                p = self.api["components"]["parameters"][p["$ref"].split("/")[-1]]
            if p["name"] == name:
                return p
        return None

    def select(self, collection, text):
        """Returns the ids that a filter selects, and checks that the same filter in JSON, converted by cql2-rs, selects the same."""
        import cql2

        items = f"{self.url}/collections/{collection}/items?limit=10000&filter="
        answer = Answer(items + urllib.parse.quote(text))
        if answer.status != 200:
            return None
        as_json = json.dumps(cql2.parse_text(text).to_json(), ensure_ascii=False)
        twin = Answer(items + urllib.parse.quote(as_json) + "&filter-lang=cql2-json")
        assert twin.status == 200 and twin.ids() == answer.ids(), (text, as_json)
        return set(answer.ids())

    def places(self, collection):
        """Returns the values of the names in braces."""
        info = self.collections[collection]
        west, south, east, north = info["extent"]["spatial"]["bbox"][0]
        start, end = (datetime.date.fromisoformat(d[:10]) for d in info["extent"]["temporal"]["interval"][0])
        middle = start + (end - start) / 2
        return {
            "c": collection, "f": next(f["id"] for f in self.features[collection] if f["geometry"]),
            "w": west, "s": south, "e": east, "n": north, "start": start, "middle": middle, "end": end, "after": end + datetime.timedelta(1),
        }


def meets(feature, west, south, east, north):
    import shapely.geometry as sg

    boxes = [sg.box(west, south, east, north)] if west <= east else [sg.box(west, south, 180, north), sg.box(-180, south, east, north)]
    return feature["geometry"] is not None and any(sg.shape(feature["geometry"]).intersects(b) for b in boxes)


def within(feature, first, last):
    p = feature["properties"]
    date = p["since"] if "since" in p else p["date"] if "date" in p else p["first"]
    until = p["date"] if "since" in p else p.get("last", date)
    return date is not None and date <= str(last) and until >= str(first)


def project(geometry, crs):
    """Returns the coordinates of a geometry in another system as a flat list, by PROJ."""
    import pyproj
    import shapely.geometry as sg

    turn = pyproj.Transformer.from_crs("OGC:CRS84", crs.replace("http://www.opengis.net/def/crs/EPSG/0/", "EPSG:").replace(CRS84, "OGC:CRS84"))
    return [v for x, y in flat(sg.mapping(sg.shape(geometry))) for v in turn.transform(x, y)]


def flat(geometry):
    """Lists the points of a geometry."""
    if "geometries" in geometry:
        return [p for g in geometry["geometries"] for p in flat(g)]
    out, todo = [], [geometry["coordinates"]]
    while todo:
        c = todo.pop(0)
        if isinstance(c[0], (int, float)):
            out.append(tuple(c[:2]))
        else:
            todo = list(c) + todo
    return out


def near(a, b, tolerance):
    return len(a) == len(b) and all(abs(x - y) <= tolerance for x, y in zip(a, b))


def alike(ours, theirs, crs):
    """Whether features in another system lie where PROJ puts them, to a centimetre."""
    tolerance = 0.01 if crs.endswith("3857") else 1e-7
    return all(
        near([v for p in flat(a["geometry"]) for v in p], project(b["geometry"], crs), tolerance)
        for a, b in zip(ours, theirs) if b["geometry"] and abs(max(y for _, y in flat(b["geometry"]))) < 85)


def corners(crs, west, south, east, north):
    """Returns a box in a system in the form of bbox."""
    low, high = project({"type": "Point", "coordinates": [west, south]}, crs), project({"type": "Point", "coordinates": [east, north]}, crs)
    return ",".join(repr(v) for v in [low[0] - 1e-6, low[1] - 1e-6, high[0] + 1e-6, high[1] + 1e-6])


def walk(answer):
    """Follows next and returns the ids of all features."""
    ids = answer.ids()
    while answer.links("next"):
        answer = Answer(answer.links("next")[0]["href"])
        ids += answer.ids()
    return ids


def layers(answer):
    """Returns the layers of a vector tile by their names, in their order."""
    import mapbox_vector_tile

    return mapbox_vector_tile.decode(answer.body)


def within_limits(tileset, grid, feature):
    """Whether the tile of each zoom that contains the middle of a feature's box is within the limits of the tileset."""
    points = flat(feature["geometry"])
    x, y = (min(p[0] for p in points) + max(p[0] for p in points)) / 2, (min(p[1] for p in points) + max(p[1] for p in points)) / 2
    for limits in tileset["tileMatrixSetLimits"]:
        n = 2 ** int(limits["tileMatrix"])
        if grid == "WorldCRS84Quad":
            col, row = int((x + 180) / 180 * n), int((90 - y) / 180 * n)
        else:
            col, row = int((x + 180) / 360 * n), int((1 - math.asinh(math.tan(math.radians(y))) / math.pi) / 2 * n)
        if not (limits["minTileCol"] <= col <= limits["maxTileCol"] and limits["minTileRow"] <= row <= limits["maxTileRow"]):
            return False
    return True


def counterclockwise(geometry):
    """Whether outer rings run counterclockwise and holes clockwise (RFC 7946, 3.1.6)."""
    if geometry is None or "geometries" in geometry:
        return geometry is None or all(counterclockwise(g) for g in geometry["geometries"])
    areas = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}.get(geometry["type"], [])
    return all((area(ring) > 0) == (i == 0) for rings in areas for i, ring in enumerate(rings))


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def one(world, test, names):
    """Sends one request and returns the conditions that are false."""
    quoted = {k: urllib.parse.quote(str(v), safe=",") for k, v in names.items()}
    answer = Answer(world.url + test["path"].format(**quoted), test.get("accept"))
    if answer.status != test.get("status", 200):
        return [f"status {answer.status}"]
    if not answer.type.startswith(test.get("type", "")):
        return [f"type {answer.type}"]
    scope = {
        **names, "answer": answer, "doc": answer.doc, "world": world, "all": world.features.get(names.get("c"), []), "info": world.collections.get(names.get("c")),
        "select": lambda text: world.select(names["c"], text), "meets": meets, "within": within, "alike": alike, "walk": walk, "fetch": Answer, "layers": layers, "within_limits": within_limits, "counterclockwise": counterclockwise, "any": any, "re": re, "every": all, "datetime": datetime, "CRS84": CRS84,
    }
    return [h for h in test.get("holds", []) if not eval(h, scope)]  # our own data


def filtered(world, test):
    """Runs a test of CQL2 for each property of its types and yields the conditions that are false."""
    for c in world.collections:
        kinds = {name: p.get("format") or p["type"] for name, p in Answer(f"{world.url}/collections/{c}/queryables").doc["properties"].items()}
        fields = [name for name, kind in kinds.items() if kind in test["of"]]
        for q, r in itertools.product(fields, fields if "{r}" in test["filter"] else [""]):
            if r and kinds[q] != kinds[r]:
                continue
            names = {"q": q, "r": r, "v": VALUES.get(kinds[q], "")}
            found = world.select(c, test["filter"].format(**names))
            if (found is None) != (test.get("status", 200) != 200):
                yield f"{c} {q}: {'refused' if found is None else 'taken'}"
                continue
            scope = {"found": found, "select": lambda text: world.select(c, text.format(**names)), "every": {f["id"] for f in world.features[c]}}
            yield from (f"{c} {q} {h}" for h in test.get("holds", []) if not eval(h, scope))  # our own data


def served(world, collection, crs):
    """Returns the box around a collection's features as they are served in a system."""
    features = Answer(f"{world.url}/collections/{collection}/items?limit=10000&crs={crs}").doc["features"]
    points = [p for f in features if f["geometry"] for p in flat(f["geometry"])]
    return ",".join(repr(v) for v in [min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)])


GRIDS = {"WebMercatorQuad": 0, "WorldCRS84Quad": 1}  # the column of the tile of zoom 0 that Syria is on


def rounds(world, test):
    """Yields the values of the names in braces for each request of a test."""
    path = test["path"]
    for c in world.collections if "{" in path else [None]:
        if test.get("daily", c in DAILY) != (c in DAILY):
            continue
        names = world.places(c) if c else {}
        for crs in world.collections[c]["crs"] if "{crs}" in path or "{box}" in path else [None]:
            if crs:
                names = {**names, "crs": crs, "box": corners(crs, names["w"], names["s"], names["e"], names["n"])}
            if "{served}" in path:
                names["served"] = served(world, c, crs)
            for grid in GRIDS if "{grid}" in path else [None]:
                yield {**names, "grid": grid, "col": GRIDS.get(grid)}


def ats(url, _):
    world = World(url)
    with open(os.path.join(os.path.dirname(__file__), "ats.json"), encoding="utf-8") as file:
        tests = json.load(file)
    for test in tests:
        if "filter" in test:
            failed = sorted(filtered(world, test))
            tell("ok" if not failed else "FAILED", f"{test['id']}, {test['filter']}", failed or "")
            continue
        failed = sorted({f"{names.get('c', '')} {names.get('crs') or names.get('grid') or ''} {what}".strip() for names in rounds(world, test) for what in one(world, test, names)})
        departs = test.get("departs")
        outcome = "ok" if not failed else "FAILED"
        if departs:
            outcome, failed = ("departs", departs) if failed else ("FAILED", "the standard is met; take the entry out of the departures")
        tell(outcome, f"{test['id']}, {test['path']}", failed or "")
