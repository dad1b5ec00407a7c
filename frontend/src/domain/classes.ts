// Classes of a choropleth.

/** The maximum number of classes. */
const CLASSES = 5;

/** The lower bound of each class, ascending, on a geometric scale, as mentions spread over powers of ten. */
export function classStarts(values: Iterable<number>, most = CLASSES): number[] {
  const top = Math.max(0, ...values);
  if (top <= 0) return [];
  return [...new Set(Array.from({ length: most }, (_, i) => Math.ceil(top ** (i / most) - 1e-9)))];
}

/** The class of a value, counted from 0; -1 below all. */
export const classOf = (value: number, starts: readonly number[]) => starts.findLastIndex((start) => value >= start);

/** The values of each class, both ends inclusive. */
export const classSpans = (starts: readonly number[], most: number): [from: number, to: number][] =>
  starts.map((from, i) => [from, i + 1 < starts.length ? starts[i + 1] - 1 : most]);
