// Counts by place and time, and of unlocated mentions: from the mentions read, or from the
// server's sums.

import type { Sums } from "../api/types";
import { parseDay, UNDATED } from "../domain/days";
import { type Matrix, makeMatrix } from "./matrix";

/** Counts by place, and of unlocated mentions. */
export interface Tally {
  places: Matrix;
  /** One row. */
  nowhere: Matrix;
}

/** The tally of mentions, as makeMatrix makes it. */
export function makeTally(
  rows: number,
  places: Int32Array,
  days: Int32Array,
  keep?: (mention: number) => boolean,
): Tally {
  const lost = places.map((p) => (p < 0 ? 0 : -1));
  return { places: makeMatrix(rows, places, days, keep), nowhere: makeMatrix(1, lost, days, keep) };
}

/** The tally of a server's sums; `rowOf` finds the row of a place. */
export function tallyOf(doc: Sums, rows: number, rowOf: (id: string) => number | undefined): Tally {
  const bins = Int32Array.from(doc.bins, parseDay);
  const at = Int32Array.from(doc.places, (id) => rowOf(id) ?? -1);
  const byRow = new Int32Array(rows).fill(-1);
  at.forEach((row, i) => {
    if (row >= 0) byRow[row] = i;
  });
  const entries = (i: number): [from: number, to: number] => (i < 0 ? [0, 0] : [doc.start[i], doc.start[i + 1]]);
  const places = fromEntries(rows, (row) => entries(byRow[row]), bins, doc.bin, doc.count);
  byRow.forEach((i, row) => {
    if (i >= 0) places.undated[row] = doc.undated[i];
  });
  const { nowhere: n } = doc;
  const nowhere = fromEntries(1, () => [0, n.bin.length], bins, n.bin, n.count);
  nowhere.undated[0] = n.undated;
  return { places, nowhere };
}

/** A matrix of entries sorted by row. */
function fromEntries(
  rows: number,
  entries: (row: number) => [from: number, to: number],
  bins: Int32Array,
  bin: number[],
  count: number[],
): Matrix {
  const start = new Uint32Array(rows + 1);
  const day = new Int32Array(bin.length);
  const sum = new Uint32Array(bin.length);
  let [n, first, last] = [0, 2147483647, UNDATED];
  for (let row = 0; row < rows; row++) {
    const [from, to] = entries(row);
    let total = 0;
    for (let k = from; k < to; k++, n++) {
      day[n] = bins[bin[k]];
      total += count[k];
      sum[n] = total;
    }
    start[row + 1] = n;
    if (to > from) [first, last] = [Math.min(first, bins[bin[from]]), Math.max(last, bins[bin[to - 1]])];
  }
  return {
    rows,
    start,
    day,
    sum,
    undated: new Uint32Array(rows),
    first: last === UNDATED ? UNDATED : first,
    last,
    until: new Map(),
  };
}
