"""CQL2 in both languages, compared with cql2-rs.

That library converts each filter of filters.json to CQL2 JSON and validates it
by the schema of the standard. Sent as text and as JSON it must select the same
number of features, and as many as are true by the library itself.
"""

import json
import os

from checks import collections, items, matched, tell


def selected(expression, features):
    """Counts the features for which it is true; the library fails if it is null."""
    n = 0
    for f in features:
        try:
            n += expression.matches(f) is True
        except Exception as e:  # the library raises nothing narrower
            if "Could not reduce" not in str(e):
                raise
    return n


def cql2(url, _):
    import cql2 as library

    features = {c: items(url, c, limit=10000)["features"] for c in collections(url)}
    with open(os.path.join(os.path.dirname(__file__), "filters.json"), encoding="utf-8") as file:
        filters = json.load(file)
    for collection, texts in filters.items():
        for text in texts:
            expression = library.parse_text(text)
            expression.validate()
            as_json = json.dumps(expression.to_json(), ensure_ascii=False)
            counts = {
                "text": matched(url, collection, filter=text),
                "JSON": matched(url, collection, filter=as_json, **{"filter-lang": "cql2-json"}),
                "cql2-rs": selected(expression, features[collection]),
            }
            same = len(set(counts.values())) == 1
            tell("ok" if same else "FAILED", f"CQL2, {collection}, {text}", counts["text"] if same else counts)
