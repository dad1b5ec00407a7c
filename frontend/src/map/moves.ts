// The page's moves of the map.

import type { Dataset } from "../data/dataset";
import { isCountry } from "../domain/precision";
import type { Target } from "../domain/target";
import type { Extent } from "./extent";
import { type LeafletMap, Point } from "./leaflet";

export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The maximum zoom when showing a box. */
const CLOSE = 9;

export function frameTo(
  map: LeafletMap,
  { west, south, east, north }: Extent,
  animate: boolean,
  more?: Insets,
  maxZoom = CLOSE,
) {
  const { top, right, bottom, left } = more ?? { top: 28, right: 40, bottom: 56, left: 40 };
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { paddingTopLeft: [left, top], paddingBottomRight: [right, bottom], maxZoom, animate },
  );
}

/** Moves a point of the window into its uncovered part, without zooming. */
export function reveal(map: LeafletMap, { x, y }: Point, insets: Insets, animate: boolean) {
  const size = map.getSize();
  const inside = x > insets.left && x < size.x - insets.right && y > insets.top && y < size.y - insets.bottom;
  if (inside) return;
  const middle = new Point((insets.left + size.x - insets.right) / 2, (insets.top + size.y - insets.bottom) / 2);
  map.panBy(new Point(x, y).subtract(middle), { animate });
}

/** The box of a target that is not a point. */
export function extentOf(data: Dataset, { collection, row }: Target): Extent | null {
  if (collection !== "fronts") return null;
  const [west, south, east, north] = data.fronts[row].box;
  return { west, south, east, north };
}

/** The box of a target, a point for a place. */
export function boxOfTarget(data: Dataset, target: Target): Extent {
  const [lon, lat] = [data.places.lon[target.row], data.places.lat[target.row]];
  return extentOf(data, target) ?? { west: lon, south: lat, east: lon, north: lat };
}

/** The maximum zoom at which a link opens on a target. */
export const openingZoom = (data: Dataset, target: Target) =>
  target.collection === "fronts" ? CLOSE : Math.min(CLOSE, closeZoom(data, target));

/** The zoom of a close look at a place. */
export const closeZoom = (data: Dataset, { row }: Target) => [12, 11, 10, 8, 7, 5][data.places.precision[row]];

/** The box of places smaller than a country; null if there are none. */
export function boxOfRows({ places }: Dataset, rows: readonly number[]): Extent | null {
  const seen = rows.filter((row) => !isCountry(places.precision[row]));
  if (seen.length === 0) return null;
  const [lon, lat] = [seen.map((row) => places.lon[row]), seen.map((row) => places.lat[row])];
  return { west: Math.min(...lon), south: Math.min(...lat), east: Math.max(...lon), north: Math.max(...lat) };
}
