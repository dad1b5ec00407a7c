// Which time is looked at: what is chosen on the timeline, and with it the one that it is compared with.

import { computed } from "@preact/signals-core";
import type { Unit } from "../domain/bins";
import { onlyUndated, type Range } from "../domain/days";
import * as s from "./store";

/** The shortest time that is told apart: longer than a day where a large archive is summed so. */
export const finest = computed<Unit>(() => s.dataset.value?.sums?.bin ?? "day");

/** Two spans that are compared; null where none are. */
export const comparing = computed<{ a: Range; b: Range } | null>(() => {
  const [a, b] = [s.range.value, s.compare.value];
  return a && b && !onlyUndated(a) ? { a, b } : null;
});

/** The time that is looked at: two spans are one that has the other. */
export const shownRange = computed<Range | null>(() =>
  comparing.value ? { ...comparing.value.a, other: comparing.value.b } : s.range.value,
);
