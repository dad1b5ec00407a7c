// The selected time, including the span it is compared with.

import { computed } from "@preact/signals-core";
import type { Unit } from "../domain/bins";
import { onlyUndated, type Range } from "../domain/days";
import * as s from "./store";

/** The shortest time distinguished: longer than a day if a large archive is summed so. */
export const finest = computed<Unit>(() => s.dataset.value?.sums?.bin ?? "day");

/** Two compared spans; null without a comparison. */
export const comparing = computed<{ a: Range; b: Range } | null>(() => {
  const [a, b] = [s.range.value, s.compare.value];
  return a && b && !onlyUndated(a) ? { a, b } : null;
});

/** The selected time: two spans become one that covers both. */
export const shownRange = computed<Range | null>(() =>
  comparing.value ? { ...comparing.value.a, other: comparing.value.b } : s.range.value,
);
