// The bars of the histogram: weeks if they fit, else months or years.

import { type Day, dateOf, dayOf, onlyUndated, type Range } from "./days";

/** From the finest to the coarsest. */
export const units = ["day", "week", "month", "year"] as const;
export type Unit = (typeof units)[number];

export const coarser = <A extends Unit, B extends Unit>(a: A, b: B): A | B =>
  units.indexOf(a) > units.indexOf(b) ? a : b;

export interface Bins {
  unit: Unit;
  /** The first day of each bar, and the day after the last bar. */
  edges: Int32Array;
}

/** Monday of the day's week (1 January 1970 was a Thursday). */
export function startOfWeek(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}

function start(day: Day, unit: Unit): Day {
  const d = dateOf(day);
  switch (unit) {
    case "day":
      return day;
    case "week":
      return startOfWeek(day);
    case "month":
      return dayOf(d.getUTCFullYear(), d.getUTCMonth(), 1);
    case "year":
      return dayOf(d.getUTCFullYear(), 0, 1);
  }
}

/** The first day of the unit after that of a day. */
export function next(day: Day, unit: Unit, step = 1): Day {
  const first = start(day, unit);
  const d = dateOf(first);
  switch (unit) {
    case "day":
      return first + step;
    case "week":
      return first + 7 * step;
    case "month":
      return dayOf(d.getUTCFullYear(), d.getUTCMonth() + step, 1);
    case "year":
      return dayOf(d.getUTCFullYear() + step, 0, 1);
  }
}

/** The range extended to whole units. */
export const wholeUnits = (r: Range | null, unit: Unit): Range | null =>
  r && !onlyUndated(r) ? { from: start(r.from, unit), to: next(r.to, unit) - 1 } : r;

const days: Record<Unit, number> = { day: 1, week: 7, month: 30.44, year: 365.25 };

/** The finest unit whose bars, from first to last day, are at least `least` pixels wide. */
export function chooseUnit(first: Day, last: Day, width: number, least = 5): Unit {
  for (const unit of ["day", "week", "month"] as const) {
    if ((width * days[unit]) / (last - first + 1) >= least) return unit;
  }
  return "year";
}

/** Bars of a unit from that of `first` to that of `last`. */
export function makeBins(first: Day, last: Day, unit: Unit): Bins {
  const edges = [start(first, unit)];
  while (edges[edges.length - 1] <= last) edges.push(next(edges[edges.length - 1], unit));
  return { unit, edges: Int32Array.from(edges) };
}

/** The bar of a day, clamped to the first and last. */
export function binOf(bins: Bins, day: Day): number {
  const { edges } = bins;
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
