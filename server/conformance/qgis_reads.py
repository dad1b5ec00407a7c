"""Reads a server as QGIS does and prints what it saw as one JSON object.

For the Python that has QGIS (Debian: python3-qgis); qgis_peer.py starts it with
the address, a GeoPackage or nothing, as JSON a filter for each collection, and
where a picture of the mentions goes.
"""

import collections
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsMapRendererSequentialJob, QgsMapSettings, QgsMarkerSymbol, QgsRectangle,
    QgsSingleSymbolRenderer, QgsVectorLayer, QgsVectorTileLayer, QgsWkbTypes)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

from marks import RADIUS, SIZE, separate  # noqa: E402

HALF = 20037508.342789244  # of the square of Web Mercator, in metres


def number(layer, request=None):
    return sum(1 for _ in layer.getFeatures(request or QgsFeatureRequest()))


def oapif(url, collection, extra=""):
    return QgsVectorLayer(f"url='{url}' typename='{collection}'{extra}", collection, "OAPIF")


def draw(layer, extent, size):
    """Draws a layer on white; returns the picture and how many errors there were."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setExtent(extent)
    settings.setOutputSize(QSize(size, size))
    settings.setBackgroundColor(QColor(255, 255, 255))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage(), len(job.errors())


def pixels(layer):
    """Draws a layer and counts what is not white."""
    image, errors = draw(layer, QgsRectangle(3.9e6, 3.9e6, 4.8e6, 4.5e6), 256)
    return sum(image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF for x in range(256) for y in range(256)), errors


def picture(layer, path):
    """Draws the points of the world and counts the marks."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "red", "outline_style": "no", "size": str(2 * RADIUS), "size_unit": "Pixel"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    image, errors = draw(layer, QgsRectangle(-HALF, -HALF, HALF, HALF), SIZE)
    image.save(path)
    red = {(x, y) for x in range(SIZE) for y in range(SIZE) if image.pixel(x, y) >> 8 & 0xFF < 160}
    return separate(red), errors


def read(url, package, filters, path):
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
        seen["picture"] = picture(oapif(url, "mentions"), path)
        seen["package"] = number(QgsVectorLayer(f"{package}|layername=mentions", "package", "ogr"))
    return seen


application = QgsApplication([], False)
application.initQgis()
print(json.dumps(read(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4])), flush=True)
os._exit(0)  # QGIS 3.22 without a window does not survive being taken down
