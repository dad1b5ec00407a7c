// Classes of a choropleth.

/** So many classes at most. */
const CLASSES = 5;

/** The least value of each class, ascending: each class is as many times the one before, as mentions spread over powers of ten. */
export function classStarts(values: Iterable<number>, most = CLASSES): number[] {
  const top = Math.max(0, ...values);
  if (top <= 0) return [];
  return [...new Set(Array.from({ length: most }, (_, i) => Math.ceil(top ** (i / most) - 1e-9)))];
}

/** The class of a value, counted from 0; -1 of one below all. */
export const classOf = (value: number, starts: readonly number[]) => starts.findLastIndex((start) => value >= start);

/** The values of each class, both ends in it. */
export const classSpans = (starts: readonly number[], most: number): [from: number, to: number][] =>
  starts.map((from, i) => [from, i + 1 < starts.length ? starts[i + 1] - 1 : most]);
