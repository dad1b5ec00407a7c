// The breakdown of mentions, and the places and fronts to list, by the settled range.

import { computed } from "@preact/signals-core";
import { sumAll, sumRow, sumRows } from "../data/matrix";
import { onlyUndated } from "../domain/days";
import { countFronts, matrix, tally } from "./derive";
import * as s from "./store";

/** Mentions of each place in the settled range. */
export const settledCounts = computed(() =>
  matrix.value ? sumRows(matrix.value, s.settledRange.value) : new Uint32Array(s.dataset.value?.places.id.length ?? 0),
);

export const settledFronts = computed(() => countFronts(s.settledRange.value));

export interface Sums {
  view: number;
  elsewhere: number;
  nowhere: number;
  time: number;
  outside: number;
  undated: number;
  filtered: number;
  all: number;
  places: number;
  fronts: number;
}

const nothing: Sums = {
  view: 0,
  elsewhere: 0,
  nowhere: 0,
  time: 0,
  outside: 0,
  undated: 0,
  filtered: 0,
  all: 0,
  places: 0,
  fronts: 0,
};

/** The breakdown of all mentions: view + elsewhere + nowhere = time; time + outside + undated + filtered = all. */
export const sums = computed<Sums>(() => {
  const [data, t, range] = [s.dataset.value, tally.value, s.settledRange.value];
  if (!data || !t) return nothing;
  const { places: mask, fronts } = s.inView.value;
  const out = { ...nothing, all: data.size.mentions, nowhere: sumRow(t.nowhere, 0, range) };
  settledCounts.value.forEach((n, row) => {
    out[mask[row] ? "view" : "elsewhere"] += n;
    out.places += Number(n > 0 && mask[row] === 1);
  });
  settledFronts.value.forEach((n, i) => {
    out.fronts += Number(n > 0 && fronts[i] === 1);
  });
  out.time = out.view + out.elsewhere + out.nowhere;
  const through = sumAll(t.places) + sumAll(t.nowhere);
  if (range && !onlyUndated(range)) out.undated = t.places.undated.reduce((a, b) => a + b, 0) + t.nowhere.undated[0];
  out.outside = through - out.time - out.undated;
  out.filtered = out.all - through;
  return out;
});

/** Rows of the places to list, most mentioned first. */
export const listedPlaces = computed<number[]>(() => ranked(settledCounts.value, s.inView.value.places));

/** Indexes of the lines and areas to list, most mentioned first. */
export const listedFronts = computed<number[]>(() => ranked(settledFronts.value, s.inView.value.fronts));

function ranked(n: Uint32Array, mask: Uint8Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < n.length; row++) if (n[row] > 0 && (s.everywhere.value || mask[row])) rows.push(row);
  return rows.sort((a, b) => n[b] - n[a] || a - b);
}
