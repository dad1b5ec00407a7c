// Comparison of two spans of time, A and B: the places mentioned in one, the other, or both.

import { computed } from "@preact/signals-core";
import { sumRows } from "../data/matrix";
import { within } from "../domain/days";
import { shiftPeriod } from "../domain/period";
import { setCompare, setRange } from "./actions";
import { fails, matrix } from "./derive";
import { choosePeriod, dated } from "./period";
import { comparing } from "./range";
import * as s from "./store";

/** Bits for the spans. */
export const IN_A = 1;
export const IN_B = 2;

/** The mentions of each place in A and in B; null without a comparison. */
const both = computed(() => {
  const [m, spans] = [matrix.value, comparing.value];
  return m && spans ? { a: sumRows(m, spans.a), b: sumRows(m, spans.b) } : null;
});

/** The spans in which each place is mentioned. */
export const placeParts = computed<Uint8Array | null>(() => {
  const sums = both.value;
  return sums && Uint8Array.from(sums.a, (n, row) => (n > 0 ? IN_A : 0) + (sums.b[row] > 0 ? IN_B : 0));
});

/** The spans in which each article read has a selected mention. */
export const articleParts = computed<Uint8Array | null>(() => {
  const [data, spans] = [s.dataset.value, comparing.value];
  if (!data || data.sums || !spans) return null;
  const { article, day } = data.mentions;
  const [out, failed] = [new Uint8Array(data.articles.length), fails.value];
  for (let i = 0; i < article.length; i++) {
    if (article[i] < 0 || failed[i]) continue;
    if (within(day[i], spans.a)) out[article[i]] |= IN_A;
    if (within(day[i], spans.b)) out[article[i]] |= IN_B;
  }
  return out;
});

export interface Changes {
  /** Rows of places in view: only in B, only in A, in both; largest changes first. */
  came: number[];
  went: number[];
  stayed: number[];
  a: Uint32Array;
  b: Uint32Array;
}

export const changes = computed<Changes | null>(() => {
  const [sums, parts] = [both.value, placeParts.value];
  if (!sums || !parts) return null;
  const { a, b } = sums;
  const mask = s.inView.value.places;
  const rows = [...parts.keys()].filter((row) => mask[row] === 1);
  const size = (row: number) => Math.abs(b[row] - a[row]);
  const part = (wanted: number) =>
    rows.filter((row) => parts[row] === wanted).sort((x, y) => size(y) - size(x) || b[y] - b[x] || x - y);
  return { came: part(IN_B), went: part(IN_A), stayed: part(IN_A | IN_B), a, b };
});

/** Starts comparing the selection, or the last week, with the preceding span of the same length; or stops. */
export function toggleCompare() {
  const now = comparing.peek();
  if (now) {
    setRange(now.b);
    setCompare(null);
    return;
  }
  if (!dated()) choosePeriod("week");
  const b = dated();
  if (!b) return;
  setRange(shiftPeriod(b, -1));
  setCompare(b);
}
