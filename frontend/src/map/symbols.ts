// Layout of the circles: position, size, and picking. Pure: no canvas here.

import type { Frame } from "./mercator";

/** Symbols in drawing order: areas first, then large before small. */
export interface Symbols {
  count: number;
  row: Uint32Array;
  x: Float32Array;
  y: Float32Array;
  r: Float32Array;
  /** Mentions; 0 for a place without mentions in this time: a dot. */
  n: Uint32Array;
}

export interface SymbolInput {
  /** Mercator. */
  x: Float64Array;
  y: Float64Array;
  area: Uint8Array;
  counts: Uint32Array;
  /** The highest count of any place over all time: the scale stays as the range changes. */
  most: number;
}

/** A place so large that it has a name on the map and no symbol. */
export const NAMED = 2;

const SPECK = 1.6;
const LEAST = 3.2;
/** The radius of the largest circle at a middle zoom: larger ones would cover nearby towns. */
const LARGEST = 19;

/** The radius whose circle's area is proportional to n. */
export function radius(n: number, most: number, zoom: number): number {
  if (n <= 0) return SPECK;
  const largest = LARGEST * Math.max(0.45, Math.min(1.15, 0.5 + (zoom - 4) * 0.14));
  return Math.max(LEAST, largest * Math.sqrt(n / Math.max(most, 12)));
}

export function makeSymbols(capacity: number): Symbols {
  return {
    count: 0,
    row: new Uint32Array(capacity),
    x: new Float32Array(capacity),
    y: new Float32Array(capacity),
    r: new Float32Array(capacity),
    n: new Uint32Array(capacity),
  };
}

// Radii fall into buckets of half a pixel; sorting is counting them.
const BUCKETS = 160;

/** Lays the symbols within the frame out, into `out`. */
export function layout(input: SymbolInput, frame: Frame, out: Symbols): Symbols {
  const { x, y, area, counts, most } = input;
  const n = x.length;
  const bucket = new Int16Array(n).fill(-1);
  const size = new Uint32Array(2 * BUCKETS + 1);
  for (let i = 0; i < n; i++) {
    const px = x[i] * frame.scale - frame.left;
    const py = y[i] * frame.scale - frame.top;
    if (px < -40 || py < -40 || px > frame.width + 40 || py > frame.height + 40) continue;
    if (area[i] === NAMED) continue;
    if (counts[i] === 0 && area[i]) continue; // an area without mentions shows nothing
    const b = BUCKETS - 1 - Math.min(BUCKETS - 1, Math.floor(radius(counts[i], most, frame.zoom) * 2));
    bucket[i] = area[i] ? b : BUCKETS + b;
    size[bucket[i] + 1]++;
  }
  for (let b = 0; b < 2 * BUCKETS; b++) size[b + 1] += size[b];
  out.count = size[2 * BUCKETS];
  for (let i = 0; i < n; i++) {
    if (bucket[i] < 0) continue;
    const at = size[bucket[i]]++;
    out.row[at] = i;
    out.x[at] = x[i] * frame.scale - frame.left;
    out.y[at] = y[i] * frame.scale - frame.top;
    out.r[at] = radius(counts[i], most, frame.zoom);
    out.n[at] = counts[i];
  }
  return out;
}

const CELL = 64;

/** Finds symbols under a point. */
export class Grid {
  private readonly symbols: Symbols;
  private readonly columns: number;
  private readonly lines: number;
  private readonly head: Int32Array;
  private readonly next: Int32Array;

  constructor(symbols: Symbols, width: number, height: number) {
    this.symbols = symbols;
    this.columns = Math.ceil(width / CELL) + 2;
    this.lines = Math.ceil(height / CELL) + 2;
    this.head = new Int32Array(this.columns * this.lines).fill(-1);
    this.next = new Int32Array(symbols.count);
    for (let i = 0; i < symbols.count; i++) {
      const cell = this.cell(symbols.x[i], symbols.y[i]);
      this.next[i] = this.head[cell];
      this.head[cell] = i;
    }
  }

  private cell(x: number, y: number): number {
    const column = Math.max(0, Math.min(this.columns - 1, Math.floor(x / CELL) + 1));
    const line = Math.max(0, Math.min(this.lines - 1, Math.floor(y / CELL) + 1));
    return line * this.columns + column;
  }

  /**
   * The symbol at the point or within `slop` pixels of it: points before areas, then the one
   * whose edge is nearest to its centre. -1 for none.
   */
  find(x: number, y: number, slop: number, area: Uint8Array): number {
    const s = this.symbols;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (let i = this.head[this.cell(x + dx * CELL, y + dy * CELL)]; i >= 0; i = this.next[i]) {
          const d = Math.hypot(s.x[i] - x, s.y[i] - y);
          if (d > s.r[i] + slop) continue;
          const score = (area[s.row[i]] ? 1000 : 0) + Math.max(0, d - s.r[i]) * 8 + s.r[i];
          if (score < least) [best, least] = [i, score];
        }
      }
    }
    return best < 0 ? -1 : s.row[best];
  }
}
