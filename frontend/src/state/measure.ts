// A line that the reader measures on the map, point by point.

import { computed, signal } from "@preact/signals-core";
import { lengthOf, type Point } from "../domain/path";

/** The points of the line; null while nothing is measured. */
export const path = signal<readonly Point[] | null>(null);
/** Where the pointer is on the map, while there is a line. */
export const pointed = signal<Point | null>(null);

/** The line as far as it goes: to the pointer, where that is on the map. */
export const measured = computed(() => path.value && [...path.value, ...(pointed.value ? [pointed.value] : [])]);
/** Its length in kilometres. */
export const pathLength = computed(() => lengthOf(measured.value ?? []));

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
