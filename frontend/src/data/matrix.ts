// Counts of each place by day: a sparse place-by-day matrix in typed arrays, with prefix sums
// along each row, so that the count of a place in any range is two binary searches. A million
// mentions of 8,000 places take about 8 MB; the sums of all places for one range about a
// millisecond. It is made from mentions, or from a server's sums by longer bins (tally.ts), each
// a bin's first day.

import { type Day, onlyUndated, type Range, spans, UNDATED } from "../domain/days";

export interface Matrix {
  rows: number;
  /** The start of each row's entries; one more at the end. */
  start: Uint32Array;
  /** The days of the entries, ascending in each row. */
  day: Int32Array;
  /** The row's mentions up to and including this entry. */
  sum: Uint32Array;
  /** Mentions without a date, by row. */
  undated: Uint32Array;
  first: Day;
  last: Day;
  /** The sums of all rows up to the most recently requested days. */
  until: Map<Day, Uint32Array>;
  /** By row the entries up to the day requested last. */
  ends?: Uint32Array;
}

/**
 * Makes the matrix of mentions: rows[i] is mention i's place (-1 for none), days[i] its day.
 * Mentions that fail `keep` are not counted.
 */
export function makeMatrix(
  rows: number,
  places: Int32Array,
  days: Int32Array,
  keep?: (mention: number) => boolean,
): Matrix {
  const undated = new Uint32Array(rows);
  const order: number[] = [];
  for (let i = 0; i < places.length; i++) {
    if (places[i] < 0 || (keep && !keep(i))) continue;
    if (days[i] === UNDATED) undated[places[i]]++;
    else order.push(i);
  }
  const index = Uint32Array.from(order).sort((a, b) => places[a] - places[b] || days[a] - days[b]);
  const start = new Uint32Array(rows + 1);
  const day = new Int32Array(index.length);
  const sum = new Uint32Array(index.length);
  let n = 0;
  let row = 0;
  let first = 2147483647;
  let last = UNDATED;
  for (const i of index) {
    while (row < places[i]) start[++row] = n;
    const d = days[i];
    if (d < first) first = d;
    if (d > last) last = d;
    if (n > start[row] && day[n - 1] === d) {
      sum[n - 1]++;
      continue;
    }
    day[n] = d;
    sum[n] = (n > start[row] ? sum[n - 1] : 0) + 1;
    n++;
  }
  while (row < rows) start[++row] = n;
  return {
    rows,
    start,
    day: day.slice(0, n),
    sum: sum.slice(0, n),
    undated,
    first: last === UNDATED ? UNDATED : first,
    last,
    until: new Map(),
  };
}

/** Content of the matrix, row by row. */
export function* entries(m: Matrix): Generator<[row: number, day: Day, n: number]> {
  for (let row = 0; row < m.rows; row++)
    for (let i = m.start[row]; i < m.start[row + 1]; i++)
      yield [row, m.day[i], m.sum[i] - (i > m.start[row] ? m.sum[i - 1] : 0)];
}

/** The number of entries of a row up to the day, from the matrix's start. */
function upTo(m: Matrix, row: number, day: Day): number {
  let low = m.start[row];
  let high = m.start[row + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (m.day[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mentions of one place in a range; null is all time, including undated ones. */
export function sumRow(m: Matrix, row: number, range: Range | null): number {
  const first = m.start[row];
  const end = m.start[row + 1];
  if (!range) return (end > first ? m.sum[end - 1] : 0) + m.undated[row];
  if (onlyUndated(range)) return m.undated[row];
  if (range.other) return spans(range).reduce((n, span) => n + sumRow(m, row, span), 0);
  const a = upTo(m, row, range.from - 1);
  const b = upTo(m, row, range.to);
  return (b > first ? m.sum[b - 1] : 0) - (a > first ? m.sum[a - 1] : 0);
}

/** All mentions of a matrix, or those in a range. */
export const sumAll = (m: Matrix, range: Range | null = null) => sumRows(m, range).reduce((a, b) => a + b, 0);

/** The mentions of every place in a range. */
export function sumRows(m: Matrix, range: Range | null, out = new Uint32Array(m.rows)): Uint32Array {
  if (!range) {
    for (let row = 0; row < m.rows; row++) out[row] = sumRow(m, row, null);
    return out;
  }
  if (onlyUndated(range)) {
    out.set(m.undated);
    return out;
  }
  if (range.other) {
    for (const span of spans(range)) {
      const sums = sumRows(m, span);
      for (let row = 0; row < m.rows; row++) out[row] += sums[row];
    }
    return out;
  }
  const [before, until] = [sumsUntil(m, range.from - 1), sumsUntil(m, range.to)];
  for (let row = 0; row < m.rows; row++) out[row] = until[row] - before[row];
  return out;
}

/** The number of days with cached sums: those of the ends that a drag does not move, and of recurring ends. */
const KEPT = 8;

/** The mentions of every place up to and including a day: searched from the previous day, which is usually near. */
function sumsUntil(m: Matrix, day: Day): Uint32Array {
  const known = m.until.get(day);
  if (known) return known;
  const out = new Uint32Array(m.rows);
  m.ends ??= m.start.slice(0, m.rows);
  for (let row = 0; row < m.rows; row++) {
    const [first, after] = [m.start[row], m.start[row + 1]];
    let end = m.ends[row];
    while (end < after && m.day[end] <= day) end++;
    while (end > first && m.day[end - 1] > day) end--;
    m.ends[row] = end;
    if (end > first) out[row] = m.sum[end - 1];
  }
  if (m.until.size >= KEPT) m.until.delete(m.until.keys().next().value!);
  m.until.set(day, out);
  return out;
}

/** Mentions by bar (edges as in Bins), of the rows with `wanted` not 0, or of all. */
export function histogram(m: Matrix, edges: Int32Array, wanted?: Uint8Array): Uint32Array {
  const out = new Uint32Array(Math.max(0, edges.length - 1));
  for (let row = 0; row < m.rows; row++) {
    if (wanted && !wanted[row]) continue;
    let bin = 0;
    let before = 0;
    for (let i = m.start[row]; i < m.start[row + 1]; i++) {
      while (bin < out.length - 1 && m.day[i] >= edges[bin + 1]) bin++;
      out[bin] += m.sum[i] - before;
      before = m.sum[i];
    }
  }
  return out;
}
