"""Counts what a picture of the world shows: marks in the square of Web Mercator, or pixels of a quarter of a degree."""

import math

SIZE = 1024  # of pictures, in pixels
RADIUS = 1.5  # of marks


def pixel(lon, lat):
    """Returns where a point lies in a picture."""
    return (lon + 180) / 360 * SIZE, (0.5 - math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)) * SIZE


def quarter(lon, lat):
    """Returns the pixel of a point in a picture of 1440 by 720."""
    return int((lon + 180) * 4), int((90 - lat) * 4)


def discs(points):
    """Returns the pixels of marks at points."""
    out, reach = set(), range(-math.ceil(RADIUS), math.ceil(RADIUS) + 1)
    for x, y in points:
        out.update(
            (int(x) + i, int(y) + j) for i in reach for j in reach
            if math.hypot(int(x) + i + 0.5 - x, int(y) + j + 0.5 - y) <= RADIUS)
    return out


def separate(pixels):
    """Returns how many marks pixels are, those that touch one another being one."""
    left, found = set(pixels), 0
    while left:
        found += 1
        todo = [left.pop()]
        while todo:
            x, y = todo.pop()
            for at in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
                if at in left:
                    left.remove(at)
                    todo.append(at)
    return found
