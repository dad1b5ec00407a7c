// The effect of a drag on the range. Pure: days in, ranges out.

import { type Bins, binOf, next } from "../domain/bins";
import type { Day, Range } from "../domain/days";

export type Grip =
  | { kind: "from" | "to"; range: Range }
  | { kind: "band"; range: Range; at: Day }
  | { kind: "new"; at: Day };

/** The range after dragging the grip to a day; edges snap to bars. */
export function drag(grip: Grip, to: Day, bins: Bins): Range {
  const last = bins.edges.length - 2;
  const bin = binOf(bins, to);
  if (grip.kind === "new") {
    const start = binOf(bins, grip.at);
    return span(bins, Math.min(start, bin), Math.max(start, bin));
  }
  const from = binOf(bins, grip.range.from);
  const end = binOf(bins, grip.range.to);
  if (grip.kind === "band") {
    const shift = Math.max(-from, Math.min(last - end, bin - binOf(bins, grip.at)));
    return span(bins, from + shift, end + shift);
  }
  if (grip.kind === "from") return { from: bins.edges[Math.min(bin, end)], to: grip.range.to };
  return { from: grip.range.from, to: bins.edges[Math.max(bin, from) + 1] - 1 };
}

const span = (bins: Bins, a: number, b: number): Range => ({ from: bins.edges[a], to: bins.edges[b + 1] - 1 });

export type Step = "day" | "bar" | "page" | "end";

/** The range after a key moved one of its ends. */
export function nudge(range: Range, end: "from" | "to", sign: 1 | -1, step: Step, bins: Bins): Range {
  const first = bins.edges[0];
  const last = bins.edges[bins.edges.length - 1] - 1;
  const moved = clamp(target(range[end], end, sign, step, bins), first, last);
  return end === "from"
    ? { from: Math.min(moved, range.to), to: range.to }
    : { from: range.from, to: Math.max(moved, range.from) };
}

function target(day: Day, end: "from" | "to", sign: 1 | -1, step: Step, bins: Bins): Day {
  if (step === "day") return day + sign;
  if (step === "end") return sign < 0 ? bins.edges[0] : bins.edges[bins.edges.length - 1] - 1;
  const bars = step === "page" ? pages[bins.unit] : 1;
  // The last day of the far bar: one before the next one's first.
  if (end === "to")
    return next(day + 1, bins.unit, day + 1 === start(day + 1, bins) ? sign * bars : sign > 0 ? bars : 1 - bars) - 1;
  return day === start(day, bins) || sign > 0 ? next(day, bins.unit, sign * bars) : next(day, bins.unit, 1 - bars);
}

const start = (day: Day, bins: Bins) => next(day, bins.unit, 0);

const pages = { day: 7, week: 4, month: 6, year: 5 };

const clamp = (v: number, low: number, high: number) => Math.max(low, Math.min(high, v));
