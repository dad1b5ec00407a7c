// How the page moves the map.

import { type Map as LeafletMap, Point } from "leaflet/dist/leaflet-src.esm.js";
import type { Centre } from "../domain/lonlat";
import type { Target } from "../domain/target";

import type { Box } from "./frame";
import type { Frame } from "./mercator";
import type { Model } from "./model";

export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export function frameTo(map: LeafletMap, { west, south, east, north }: Box, animate: boolean) {
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { paddingTopLeft: [40, 28], paddingBottomRight: [40, 56], maxZoom: 9, animate },
  );
}

/** Brings a point of the window into the part of it that nothing covers, without changing the zoom. */
export function reveal(map: LeafletMap, { x, y }: Point, insets: Insets, animate: boolean) {
  const size = map.getSize();
  const inside = x > insets.left && x < size.x - insets.right && y > insets.top && y < size.y - insets.bottom;
  if (inside) return;
  const middle = new Point((insets.left + size.x - insets.right) / 2, (insets.top + size.y - insets.bottom) / 2);
  map.panBy(new Point(x, y).subtract(middle), { animate });
}

/** Where a target stands in the window. */
export function positionOf(m: Model, target: Target, { scale, left, top, window: w }: Frame): Point {
  const box = m.shapes[target.index]?.box;
  const [x, y] =
    target.kind === "place" ? [m.x[target.index], m.y[target.index]] : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return new Point(x * scale - left - w[0], y * scale - top - w[1]);
}

/** Where to go for a close look at a place. */
export function closeTo(map: LeafletMap, m: Model, target: Target, frame: Frame): Centre {
  const wanted = [12, 11, 10, 8, 7, 5][m.data.places.precision[target.index]];
  const { lat, lng } = map.containerPointToLatLng(positionOf(m, target, frame));
  return { lat, lon: lng, zoom: Math.max(map.getZoom(), wanted) };
}
