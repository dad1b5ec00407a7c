"""Draws with matplotlib what a client read, as in a notebook, and counts what the picture shows."""

import os

from checks import PICTURES, check
from marks import quarter

WIDTH, HEIGHT = 1440, 720  # of pictures, in pixels: a quarter of a degree each
HALF = 0.125  # half a pixel in degrees: matplotlib rounds to the nearest pixel, where a quarter is cut off


def plotted(client, folder, points, served):
    """Draws the points that a client read, and compares them, and the pixels drawn, with those served."""
    check(f"{client}, features drawn", len(points), len(served))
    drawn = dark(draw(points, os.path.join(PICTURES or folder, f"{client}.png")))
    want = {quarter(*p) for p in served}
    check(f"{client}, pixels in the picture, those where points are served", [len(drawn), len(drawn & want)], [len(want), len(want)])


def draw(points, path):
    """Draws a pixel at each point of a map of the world, and returns where the picture is."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=1)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(HALF - 180, HALF + 180), ylim=(HALF - 90, HALF + 90))
    axes.axis("off")
    axes.plot([lon for lon, _ in points], [lat for _, lat in points], linestyle="none", marker=",", color="black")
    figure.savefig(path)
    return path


def dark(path):
    """Returns the pixels of a picture that are not white."""
    from matplotlib.image import imread

    rows, columns = (imread(path)[:, :, :3].min(axis=2) < 1).nonzero()
    return set(zip(columns.tolist(), rows.tolist()))
