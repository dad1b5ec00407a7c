// Periods that the reader steps through: days, weeks, months, or any range. Pure: days in, ranges out.

import { next } from "./bins";
import { type Day, dateOf, type Range } from "./days";

export const periodUnits = ["day", "week", "month"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** The day, week or month that contains a day. */
export function periodAt(unit: PeriodUnit, day: Day): Range {
  return { from: next(day, unit, 0), to: next(day, unit) - 1 };
}

/** The unit that a range equals; null for any other range. */
export function unitOf(range: Range): PeriodUnit | null {
  return periodUnits.find((unit) => equal(periodAt(unit, range.from), range)) ?? null;
}

const equal = (a: Range, b: Range) => a.from === b.from && a.to === b.to;

/** The period some lengths later, or earlier: months by the calendar, other ranges by days. */
export function shiftPeriod(range: Range, by: number): Range {
  const [from, end] = [range.from, range.to + 1];
  if (!startsMonth(from) || !startsMonth(end)) {
    const days = end - from;
    return { from: from + by * days, to: range.to + by * days };
  }
  const months = monthOf(end) - monthOf(from);
  return { from: next(from, "month", by * months), to: next(end, "month", by * months) - 1 };
}

const startsMonth = (day: Day) => next(day, "month", 0) === day;

/** Months since the year 0. */
const monthOf = (day: Day) => 12 * dateOf(day).getUTCFullYear() + dateOf(day).getUTCMonth();

/** Days with mentions, ascending, and their counts. */
export interface DayCounts {
  days: Int32Array;
  counts: Uint32Array;
}

/** The next period of the same length that contains one of the days; null if there is none. */
export function nextPeriod(range: Range, { days }: DayCounts): Range | null {
  const day = days.find((d) => d > range.to);
  if (day === undefined) return null;
  const length = range.to - range.from + 1;
  let by = Math.max(1, Math.floor((day - range.to - 1) / (length + 3)));
  while (shiftPeriod(range, by).to < day) by++;
  return shiftPeriod(range, by);
}

/** The shortest span that holds a share of all that is dated; null without any. */
export function mainSpan({ days, counts }: DayCounts, share = 0.98): Range | null {
  const wanted = counts.reduce((a, b) => a + b, 0) * share;
  let best: Range | null = null;
  let sum = 0;
  for (let from = 0, to = 0; from < days.length; from++) {
    while (to < days.length && sum < wanted) sum += counts[to++];
    if (sum < wanted) break;
    const span = { from: days[from], to: days[to - 1] };
    if (!best || span.to - span.from < best.to - best.from) best = span;
    sum -= counts[from];
  }
  return best;
}
