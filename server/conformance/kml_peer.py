"""The abstract tests of KML (OGC 07-134r2) that concern what is served."""

import re
import xml.etree.ElementTree as tree

from checks import check, collections, get, matched

KML = "{http://www.opengis.net/kml/2.2}"
GEOMETRIES = [KML + name for name in ("Point", "LineString", "Polygon", "MultiGeometry")]


def kml(url, _):
    for c in collections(url):
        root = tree.fromstring(get(f"{url}/collections/{c}/items?f=kml"))
        placemarks = list(root.iter(KML + "Placemark"))
        check(f"KML, {c}: a placemark each", len(placemarks), matched(url, c))
        placed = sum(any(p.find(g) is not None for g in GEOMETRIES) for p in placemarks)
        check(f"KML, {c}: with a geometry", placed, matched(url, c, filter="geometry IS NOT NULL"))
        check(f"KML, {c}: faults", list(faults(root)), [])


def faults(root):
    """Yields violations of the abstract tests."""
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    yield from (f"id {i}" for i in ids if not re.fullmatch(r"[^\W\d][\w.-]*", i))
    spans = [(s.findtext(KML + "begin"), s.findtext(KML + "end")) for s in root.iter(KML + "TimeSpan")]
    yield from (f"a span from {a} to {b}" for a, b in spans if a and b and a >= b)
    yield from ("a MultiGeometry of one" for m in root.iter(KML + "MultiGeometry") if len(m) < 2)
    for ring in root.iter(KML + "LinearRing"):
        points = ring.findtext(KML + "coordinates").split()
        if len(points) < 4 or points[0] != points[-1]:
            yield "a ring that is open"
    for text in root.iter(KML + "coordinates"):
        lons_lats = [tuple(map(float, point.split(",")[:2])) for point in text.text.split()]
        if any(abs(lon) > 180 or abs(lat) > 90 for lon, lat in lons_lats):
            yield "a point beyond the globe"
