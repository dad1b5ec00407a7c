"""Draws the tiles and features with map libraries in Chromium (web/maps.mjs): each ends with a picture."""

import json
import os

from checks import PICTURES, check, run, tell

WEB = os.path.join(os.path.dirname(os.path.abspath(__file__)), "web")
CLOSE = 3  # how many marks may run into each other in one picture and not in the other


def maps(url, folder):
    if not os.path.isdir(os.path.join(WEB, "node_modules")):
        tell("skipped", "map libraries in Chromium", "npm ci in server/conformance/web was not run")
        return
    out = run("node", os.path.join(WEB, "maps.mjs"), url, PICTURES or folder)
    lines = [json.loads(line) for line in out.stdout.splitlines()]
    if out.returncode != 0 or not lines:
        tell("FAILED", "map libraries in Chromium", out.stderr[-500:])
    for r in lines:
        name = r["name"]
        if r.get("failed") or r["said"]:
            tell("FAILED", name, [r.get("failed"), *r["said"]])
            continue
        check(f"{name}, features drawn", r["features"], r["wantFeatures"])
        check(f"{name}, mentions that they stand for", r["count"], r["wantCount"])
        near = abs(r["marks"] - r["wantMarks"]) <= CLOSE
        tell("ok" if near else "FAILED", f"{name}, marks in the picture", f"{r['marks']} for {r['wantMarks']}")
