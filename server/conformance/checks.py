"""What all checks share: a line for each on stdout, and the count of failures."""

import json
import subprocess
import urllib.error
import urllib.parse
import urllib.request

COLLECTIONS = ["mentions", "places", "fronts", "articles"]
results = {"ok": 0, "FAILED": 0, "skipped": 0, "departs": 0}


def tell(outcome, name, detail=""):
    results[outcome] += 1
    print(f"{outcome:7} {name}{': ' if detail != '' else ''}{detail}", flush=True)


def check(name, got, want):
    tell("ok" if got == want else "FAILED", name, got if got == want else f"{got}, want {want}")


def get(url, accept="*/*"):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept})) as r:
        return r.read()


def items(url, collection, **query):
    """Returns a page of features."""
    return json.loads(get(f"{url}/collections/{collection}/items?{urllib.parse.urlencode(query)}"))


def matched(url, collection, **query):
    """Returns how many features there are."""
    return items(url, collection, limit=1, **query)["numberMatched"]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)
