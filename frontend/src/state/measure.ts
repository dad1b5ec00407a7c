// A line that the reader measures on the map, point by point.

import { computed, signal } from "@preact/signals-core";
import { lengthOf, type Point } from "../domain/path";

/** The points of the line; null while nothing is measured. */
export const path = signal<readonly Point[] | null>(null);
/** Where the pointer is on the map, while there is a line. */
export const pointed = signal<Point | null>(null);

/** The length of the line in kilometres, to the pointer where it is on the map. */
export const pathLength = computed(() => lengthOf([...(path.value ?? []), ...(pointed.value ? [pointed.value] : [])]));

export function togglePath() {
  path.value = path.peek() ? null : [];
  pointed.value = null;
}

/** Adds a point; false where nothing is measured. The second click of a double one is none. */
export function addPoint(lon: number, lat: number): boolean {
  const line = path.peek();
  if (!line) return false;
  const last = line.at(-1);
  if (last?.[0] !== lon || last[1] !== lat) path.value = [...line, [lon, lat]];
  return true;
}

export function undoPoint() {
  path.value = path.peek()?.slice(0, -1) ?? null;
}
