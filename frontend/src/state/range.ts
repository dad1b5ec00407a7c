// Which time is looked at: what is chosen on the timeline, and with it the one that it is compared with.

import { computed } from "@preact/signals-core";
import { onlyUndated, type Range } from "../domain/days";
import * as s from "./store";

/** Two spans that are compared; null where none are. */
export const comparing = computed<{ a: Range; b: Range } | null>(() => {
  const [a, b] = [s.range.value, s.compare.value];
  return a && b && !onlyUndated(a) ? { a, b } : null;
});

/** The time that is looked at: two spans are one that has the other. */
export const shownRange = computed<Range | null>(() =>
  comparing.value ? { ...comparing.value.a, other: comparing.value.b } : s.range.value,
);
