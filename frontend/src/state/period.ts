// Actions on the timeline: periods and the visible span.

import { computed } from "@preact/signals-core";
import type { Dataset } from "../data/dataset";
import { entries } from "../data/matrix";
import { moveAxis, showDay, zoomAxis } from "../domain/axis";
import { wholeUnits } from "../domain/bins";
import { type Day, onlyUndated, type Range, UNDATED } from "../domain/days";
import { type DayCounts, mainSpan, nextPeriod, type PeriodUnit, periodAt, shiftPeriod } from "../domain/period";
import { setCompare, setRange } from "./actions";
import { finest } from "./range";
import * as s from "./store";

/** The number of mentions by day, in all data. */
const dayCounts = computed<DayCounts>(() => {
  const data = s.dataset.value;
  const counts = new Map<Day, number>();
  const add = (day: Day, n: number) => day !== UNDATED && counts.set(day, (counts.get(day) ?? 0) + n);
  if (data?.sums) for (const [, day, n] of entries(data.sums.tally.places)) add(day, n);
  else for (const day of data?.mentions.day ?? []) add(day, 1);
  const days = Int32Array.from(counts.keys()).sort();
  return { days, counts: Uint32Array.from(days, (day) => counts.get(day)!) };
});

const wholeOf = (data: Dataset | null): Range | null =>
  data && data.first !== UNDATED ? { from: data.first, to: data.last } : null;

/** The span of all dates; null without any. */
const whole = computed(() => wholeOf(s.dataset.value));

/** A span is shown first if it is so much shorter than all time. */
const SHORTER = 0.75;

/** The initial timeline: the span of nearly all mentions. */
const firstSpan = computed(() => {
  const [all, main] = [whole.value, mainSpan(dayCounts.value)];
  if (!all || !main) return all;
  return main.to - main.from < SHORTER * (all.to - all.from) ? main : all;
});

/** The visible span of the timeline; null without dates. */
export const shownAxis = computed<Range | null>(() => s.axis.value ?? firstSpan.value);

/** The number of mentions before and after the visible span. */
export const beyondAxis = computed(() => {
  const axis = shownAxis.value;
  const { days, counts } = dayCounts.value;
  let [before, after] = [0, 0];
  if (axis)
    for (let i = 0; i < days.length; i++) {
      if (days[i] < axis.from) before += counts[i];
      if (days[i] > axis.to) after += counts[i];
    }
  return { before, after };
});

/** The selected range, if it has days. */
export const dated = () => (s.range.peek() && !onlyUndated(s.range.peek()) ? s.range.peek() : null);

/** Zooms out (factor above 1) or in, around a day, or around the selection, which stays visible. */
export function zoomTime(factor: number, at?: Day) {
  const [all, axis, chosen] = [whole.peek(), shownAxis.peek(), dated()];
  if (!all || !axis) return;
  const middle = chosen ?? axis;
  const zoomed = zoomAxis(axis, all, factor, at ?? Math.round((middle.from + middle.to) / 2));
  s.axis.value = at === undefined && chosen ? holding(zoomed, chosen, all) : zoomed;
}

/** An axis that contains a range: unchanged if it does, else moved, or as long as the range. */
function holding(axis: Range, { from, to }: Range, all: Range): Range {
  if (axis.from <= from && axis.to >= to) return axis;
  const days = Math.max(axis.to - axis.from, to - from);
  const start = Math.max(all.from, Math.min(all.to - days, Math.round((from + to - days) / 2)));
  return { from: Math.min(start, Math.max(from, all.from)), to: Math.max(start + days, Math.min(to, all.to)) };
}

export function moveTime(days: number) {
  const [all, axis] = [whole.peek(), shownAxis.peek()];
  if (all && axis) s.axis.value = moveAxis(axis, all, days);
}

/** Moves the axis to include a day. */
export function showOnAxis(day: Day) {
  const [all, axis] = [whole.peek(), shownAxis.peek()];
  if (!all || !axis) return;
  const shown = showDay(axis, all, Math.max(all.from, Math.min(all.to, day)));
  if (shown !== axis) s.axis.value = shown;
}

/** All time, also on the axis. */
export function showAllTime() {
  setCompare(null);
  setRange(null);
  s.axis.value = whole.peek();
}

/** The initial timeline. */
export function resetTime() {
  setCompare(null);
  setRange(null);
  s.axis.value = null;
}

/** Shows a period much shorter than the axis on a shorter one, with finer bars. */
const MOST_PERIODS = 30;
const PERIODS = 14;

function choose(wanted: Range) {
  setRange(wanted);
  const period = wholeUnits(wanted, finest.peek())!;
  const [all, axis] = [whole.peek(), shownAxis.peek()];
  if (!all || !axis) return;
  const days = period.to - period.from + 1;
  const long = axis.to - axis.from + 1;
  const zoomed =
    long > MOST_PERIODS * days
      ? zoomAxis(axis, all, (PERIODS * days) / long, Math.round((period.from + period.to) / 2))
      : axis;
  const other = s.compare.peek() ?? period;
  const held = { from: Math.min(period.from, other.from), to: Math.max(period.to, other.to) };
  const shown = holding(zoomed, held, all);
  if (shown !== axis) s.axis.value = shown;
}

/** Selects the day, week or month of the selection, or the last one visible. */
export function choosePeriod(unit: PeriodUnit) {
  const axis = shownAxis.peek();
  if (!axis) return;
  const last = dayCounts.peek().days.findLast((day) => day <= axis.to) ?? axis.to;
  choose(periodAt(unit, dated()?.from ?? last));
}

/** Moves the selection by its own length. */
export function stepPeriod(by: 1 | -1) {
  const chosen = dated();
  if (!chosen) {
    choosePeriod("week");
    return;
  }
  choose(shiftPeriod(chosen, by));
  const other = s.compare.peek();
  if (other) setCompare(shiftPeriod(other, by));
}

/** Moves the selection to the next non-empty period; without a selection, to the first week or month visible. */
export function playStep(): boolean {
  const axis = shownAxis.peek();
  const chosen = dated();
  const first = axis && dayCounts.peek().days.find((day) => day >= axis.from);
  if (!axis || first === null || first === undefined) return false;
  const period = chosen
    ? nextPeriod(chosen, dayCounts.peek())
    : periodAt(axis.to - axis.from > 200 ? "month" : "week", first);
  if (period) choose(period);
  return period !== null;
}
