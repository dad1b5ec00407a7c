"""Reads a server as QGIS does and prints what it saw as one JSON object.

For the Python that has QGIS (Debian: python3-qgis); qgis_peer.py starts it with
the address, a GeoPackage or nothing, and as JSON a filter for each collection.
"""

import collections
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsMapRendererSequentialJob, QgsMapSettings, QgsRectangle,
    QgsVectorLayer, QgsVectorTileLayer, QgsWkbTypes)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402


def number(layer, request=None):
    return sum(1 for _ in layer.getFeatures(request or QgsFeatureRequest()))


def oapif(url, collection, extra=""):
    return QgsVectorLayer(f"url='{url}' typename='{collection}'{extra}", collection, "OAPIF")


def pixels(layer):
    """Draws a layer on white and counts what is not white."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setExtent(QgsRectangle(3.9e6, 3.9e6, 4.8e6, 4.5e6))
    settings.setOutputSize(QSize(256, 256))
    settings.setBackgroundColor(QColor(255, 255, 255))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return sum(image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF for x in range(256) for y in range(256)), len(job.errors())


def read(url, package, filters):
    seen = {"version": Qgis.QGIS_VERSION}
    for name, expression in filters.items():
        layer = oapif(url, name)
        seen[name] = {"valid": layer.isValid(), "counted": layer.featureCount(), "read": number(layer)}
        seen[name]["geometries"] = dict(sorted(collections.Counter(
            QgsWkbTypes.displayString(f.geometry().wkbType()) for f in layer.getFeatures()).items()))
        seen[name]["fields"] = {f.name(): f.typeName() for f in layer.fields()}
        box = QgsFeatureRequest(QgsRectangle(36, 35, 37, 36))
        seen[name]["box"] = [number(oapif(url, name), box), number(oapif(url, name, " restrictToRequestBBOX='1'"), box)]
        subset = oapif(url, name)
        seen[name]["filter"] = [subset.setSubsetString(expression), number(subset)]
    if package:
        tiles = QgsVectorTileLayer(f"type=xyz&url={url}/tiles/mentions/{{z}}/{{x}}/{{y}}.mvt&zmin=0&zmax=18", "tiles")
        seen["tiles"] = {"valid": tiles.isValid(), "drawn": pixels(tiles)}
        seen["package"] = number(QgsVectorLayer(f"{package}|layername=mentions", "package", "ogr"))
    return seen


application = QgsApplication([], False)
application.initQgis()
print(json.dumps(read(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))), flush=True)
os._exit(0)  # QGIS 3.22 without a window does not survive being taken down
