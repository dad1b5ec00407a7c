"""Asks the geocoder through geopy, as scripts that were written for Nominatim do."""

from checks import check, points
from plot import plotted

SEARCHES = [
    # query, arguments, the name found, its country
    ("Idlib", {}, "Idlib", "sy"),
    ("Khan Sheikhoun, Syria", {}, "Khan Shaykhun", "sy"),
    ("إدلب", {}, "Idlib", "sy"),
    ("Aleppo", {"language": "ar"}, "حلب", "sy"),
    ("Aleppo", {"language": "en,ar"}, "Aleppo", "sy"),
    ("Tripoli", {"country_codes": "lb"}, "Tripoli", "lb"),
    ("Tripoli", {"country_codes": ["lb", "ly"]}, "Tripoli", "ly"),
    ("Tripoli", {"viewbox": ((34, 35), (35, 36.5))}, "Tripoli", "lb"),
    ("Tripoli", {"viewbox": ((34, 35), (35, 36.5)), "bounded": True}, "Tripoli", "lb"),
    ("Homs Syria", {}, "Homs", "sy"),
    ("حمص، سوريا", {}, "Homs", "sy"),
    ("35.44, 36.65", {}, "Khan Shaykhun", "sy"),
    ({"city": "Tripoli", "country": "Lebanon"}, {}, "Tripoli", "lb"),
    ({"city": "Homs", "postalcode": "100"}, {}, "Homs", "sy"),
    ({"county": "Maarrat al-Nu'man District"}, {}, "Maarrat al-Nu'man District", "sy"),
    ({"state": "Aleppo Governorate", "country": "Syria"}, {}, "Aleppo Governorate", "sy"),
    ({"country": "Syria"}, {}, "Syria", "sy"),
    ("Idlib", {"featuretype": "city"}, "Idlib", "sy"),
    ("Idlib", {"featuretype": "settlement"}, "Idlib", "sy"),
    ("Idlib", {"featuretype": "state"}, "Idlib Governorate", "sy"),
    ("Syria", {"featuretype": "country"}, "Syria", "sy"),
]

REVERSES = [
    # arguments, the name found, its kind
    ({}, "Khan Shaykhun", "town"),
    ({"language": "ar"}, "خان شيخون", "town"),
    ({"zoom": 3}, "Syria", "country"),
    ({"zoom": 5}, "Idlib Governorate", "state"),
    ({"zoom": 18}, "Khan Shaykhun", "town"),
]


def geopy(url, folder):
    from geopy.geocoders import Nominatim

    g = Nominatim(domain=url.split("//")[1], scheme="http", user_agent="dateline-conformance")
    for query, arguments, name, country in SEARCHES:
        found = g.geocode(query, addressdetails=True, **arguments).raw
        check(f"geopy, search {query} {arguments or ''}", [found["name"], found["address"]["country_code"]], [name, country])
    for arguments, name, kind in REVERSES:
        found = g.reverse((35.44, 36.65), **{"language": "en", **arguments}).raw
        check(f"geopy, reverse {arguments or ''}", [found["name"], found["addresstype"]], [name, kind])
    for form, key in {"wkt": "geotext", "kml": "geokml", "svg": "svg", "geojson": "geojson"}.items():
        check(f"geopy, outline as {form}", key in g.geocode("Idlib Governorate, Syria", geometry=form).raw, True)
    for details in ("namedetails", "extratags"):
        check(f"geopy, {details}", details in g.geocode("Homs", **{details: True}).raw, True)
    check("geopy, several", len(g.geocode("Tripoli", exactly_one=False, limit=2)), 2)
    check("geopy, none", g.geocode("Xyzzyqwop"), None)
    check("geopy, reverse at sea", g.reverse((-50, -130)), None)
    geopy_picture(g, url, folder)


def geopy_picture(g, url, folder):
    """Draws the towns of the sample where they are found by their points."""
    towns = points(url, "places", filter="kind LIKE 'P.%'")
    found = [g.reverse((lat, lon), zoom=18) for lon, lat in towns]
    plotted("geopy", folder, [(place.longitude, place.latitude) for place in found], towns)
