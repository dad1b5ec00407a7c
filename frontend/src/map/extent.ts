// The initial view: a box of most mentions, without outliers.

export interface Extent {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The minimum size of a box, in degrees. */
const LEAST = 0.05;

/**
 * A small box with a share of the total weight; null without points. It is found by peeling:
 * while enough weight is left, remove the outermost point on the side that shrinks most for its
 * weight.
 */
export function mainExtent(
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  weight: ArrayLike<number>,
  share = 0.9,
): Extent | null {
  const points = Array.from({ length: lon.length }, (_, i) => i).filter((i) => weight[i] > 0);
  if (points.length === 0) return null;
  const total = points.reduce((sum, i) => sum + weight[i], 0);
  const gone = new Set<number>();
  const x = new Side(points, lon, gone);
  const y = new Side(points, lat, gone);
  let spare = total * (1 - share);
  for (;;) {
    let best: { point: number; gain: number } | null = null;
    for (const side of [x, y]) {
      side.skip();
      for (const { point, next } of side.ends()) {
        if (weight[point] > spare + total * 1e-9) continue; // with a tolerance for rounding
        const gain = Math.log((side.length + LEAST) / (next + LEAST)) / weight[point];
        if (!best || gain > best.gain) best = { point, gain };
      }
    }
    if (!best) break;
    gone.add(best.point);
    spare -= weight[best.point];
  }
  x.skip();
  y.skip();
  return { west: x.low, south: y.low, east: x.high, north: y.high };
}

/** The points sorted by one coordinate, with some removed at both ends. */
class Side {
  private readonly sorted: number[];
  private from = 0;
  private to: number;
  private readonly values: ArrayLike<number>;
  private readonly gone: Set<number>;

  constructor(points: number[], values: ArrayLike<number>, gone: Set<number>) {
    this.sorted = [...points].sort((a, b) => values[a] - values[b] || a - b);
    this.to = points.length - 1;
    this.values = values;
    this.gone = gone;
  }

  /** Skips removed points. */
  skip() {
    while (this.from < this.to && this.gone.has(this.sorted[this.from])) this.from++;
    while (this.to > this.from && this.gone.has(this.sorted[this.to])) this.to--;
  }

  get low() {
    return this.values[this.sorted[this.from]];
  }

  get high() {
    return this.values[this.sorted[this.to]];
  }

  get length() {
    return this.high - this.low;
  }

  /** The outermost points, and the length of the side without each. */
  ends(): { point: number; next: number }[] {
    const { sorted, from, to, values } = this;
    if (from === to) return [];
    let [a, b] = [from + 1, to - 1];
    while (a < to && this.gone.has(sorted[a])) a++;
    while (b > from && this.gone.has(sorted[b])) b--;
    return [
      { point: sorted[from], next: this.high - values[sorted[a]] },
      { point: sorted[to], next: values[sorted[b]] - this.low },
    ];
  }
}
