// A measured line on the map, point by point.

import { computed, signal } from "@preact/signals-core";
import { lengthOf, type Point } from "../domain/path";

/** The points of the line; null when not measuring. */
export const path = signal<readonly Point[] | null>(null);
/** The pointer's position on the map, while measuring. */
export const pointed = signal<Point | null>(null);

/** The line up to the pointer, if that is on the map. */
export const measured = computed(() => path.value && [...path.value, ...(pointed.value ? [pointed.value] : [])]);
/** Its length in kilometres. */
export const pathLength = computed(() => lengthOf(measured.value ?? []));

export function togglePath() {
  path.value = path.peek() ? null : [];
  pointed.value = null;
}

/** Adds a point; false when not measuring. The second click of a double click is ignored. */
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
