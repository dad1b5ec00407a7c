"""Tests a running Dateline with programs by others: make conformance.

    run.py PROGRAM [PART...]

Starts the program with the sample corpus and contact.jsonl, which leaves a line of
contact on the last day, asks it through each part (all of
them where none is named), and ends it. Prints a line for each check; the exit
status is 1 when one of them fails.
"""

import os
import subprocess
import sys
import tempfile

from ats import ats
from checks import results
from clients import gdal, geopandas, owslib, spreadsheet
from cql2_peer import cql2
from description import openapi, schemathesis
from files_peer import files
from geopy_peer import geopy
from kml_peer import kml
from maps_peer import maps
from qgis_peer import qgis

HERE = os.path.dirname(os.path.abspath(__file__))
ARTICLES = [os.path.join(HERE, "..", "..", "sample"), os.path.join(HERE, "contact.jsonl")]
PARTS = {f.__name__: f for f in (ats, cql2, gdal, files, kml, qgis, owslib, geopandas, geopy, spreadsheet, maps, openapi, schemathesis)}


class Server:
    """A server of its own with the given articles, ended on leaving."""

    def __init__(self, program, folder, *paths):
        token = os.path.join(folder, "token")
        with open(token, "w", encoding="utf-8") as file:
            file.write("conformance")
        with open(os.path.join(folder, "log"), "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [program, "serve", "--addr", "127.0.0.1:0", "--token-file", token, *paths], stdout=subprocess.PIPE, stderr=log, text=True)

    def __enter__(self):
        return self.process.stdout.readline().strip()

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def main():
    program, parts = sys.argv[1], sys.argv[2:] or list(PARTS)
    with tempfile.TemporaryDirectory() as folder, Server(program, folder, *ARTICLES) as url:
        for name in parts:
            PARTS[name](url, folder)
        if "qgis" in parts:
            from qgis_peer import many, qgis_pages

            with Server(program, folder, many(folder)) as other:
                qgis_pages(other)
    print(", ".join(f"{n} {outcome}" for outcome, n in results.items()))
    return 1 if results["FAILED"] else 0


sys.exit(main())
