// The span of the time axis. Pure: days in, ranges out.

import type { Day, Range } from "./days";

/** The shortest axis, in days. */
const LEAST = 14;

/** The axis scaled by `factor` around `at`; all time at most. */
export function zoomAxis(axis: Range, whole: Range, factor: number, at: Day): Range {
  const days = axis.to - axis.from + 1;
  const wanted = Math.max(LEAST, Math.round(days * factor));
  if (wanted >= whole.to - whole.from + 1) return whole;
  const part = Math.max(0, Math.min(1, (at - axis.from) / days));
  return place(Math.round(at - part * wanted), wanted, whole);
}

/** The axis moved by days, within all time. */
export const moveAxis = (axis: Range, whole: Range, by: number): Range =>
  place(axis.from + by, axis.to - axis.from + 1, whole);

/** The axis moved to include a day; unchanged if it does. */
export function showDay(axis: Range, whole: Range, day: Day): Range {
  if (day >= axis.from && day <= axis.to) return axis;
  return moveAxis(axis, whole, day < axis.from ? day - axis.from : day - axis.to);
}

function place(from: Day, days: number, whole: Range): Range {
  const first = Math.max(whole.from, Math.min(whole.to - days + 1, from));
  return { from: first, to: first + days - 1 };
}
