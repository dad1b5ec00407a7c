// Towns for orientation, mentioned or not: read by tiles as the map moves, drawn as dots under
// the data. Closer maps show smaller towns.

import type { Town } from "../domain/town";
import type { BaseLabel } from "./basemap";
import { type Frame, onCanvas } from "./mercator";
import type { Palette } from "./palette";

export type AskTowns = (z: number, x: number, y: number) => Promise<Town[]>;

/** The minimum population of towns by zoom; in the end all, including unknown populations. */
const LEAST: readonly (readonly [zoom: number, people: number])[] = [
  [10, 0],
  [9, 5_000],
  [8, 20_000],
  [7, 50_000],
  [5.5, 200_000],
  [4, 1_000_000],
];
const FROM = 4;
const FINEST = 11;
/** The number of cached tiles. */
const KEPT = 200;

/** The minimum population of a town to be shown; Infinity for none. */
export const leastPeople = (zoom: number) => LEAST.find(([from]) => zoom >= from)?.[1] ?? Number.POSITIVE_INFINITY;

/** The tiles in the window, about two to its width. */
export function tilesIn(f: Frame): [z: number, x: number, y: number][] {
  const z = Math.max(0, Math.min(FINEST, Math.floor(f.zoom) - 1));
  const side = f.scale / 2 ** z;
  const [left, top, right, bottom] = f.window;
  const at = (v: number) => Math.floor(v / side);
  const out: [number, number, number][] = [];
  for (let y = Math.max(0, at(f.top + top)); y <= Math.min(2 ** z - 1, at(f.top + bottom)); y++)
    for (let x = Math.max(0, at(f.left + left)); x <= Math.min(2 ** z - 1, at(f.left + right)); x++)
      out.push([z, x, y]);
  return out;
}

export class Towns {
  /** By tile, in order of last use; null while loading. */
  private readonly tiles = new Map<string, Town[] | null>();
  private readonly ask: AskTowns;
  private readonly changed: () => void;

  constructor(ask: AskTowns, changed: () => void) {
    this.ask = ask;
    this.changed = changed;
  }

  /** Requests the frame's missing tiles. */
  want(frame: Frame) {
    if (frame.zoom < FROM) return;
    for (const [z, x, y] of tilesIn(frame)) {
      const key = `${z}/${x}/${y}`;
      const known = this.tiles.get(key);
      this.tiles.delete(key);
      this.tiles.set(key, known ?? null);
      if (known === undefined) void this.load(key, z, x, y);
    }
    for (const key of [...this.tiles.keys()].slice(0, Math.max(0, this.tiles.size - KEPT))) this.tiles.delete(key);
  }

  private async load(key: string, z: number, x: number, y: number) {
    try {
      this.tiles.set(key, await this.ask(z, x, y));
      this.changed();
    } catch {
      this.tiles.delete(key); // the next move retries
    }
  }

  /** The towns in the frame, largest first, except those in the data. */
  shown(frame: Frame, has: (town: Town) => boolean): Town[] {
    const least = leastPeople(frame.zoom);
    const all = tilesIn(frame).flatMap(([z, x, y]) => this.tiles.get(`${z}/${x}/${y}`) ?? []);
    const found = new Map(all.filter((t) => t.population >= least && !has(t)).map((t) => [t.id, t]));
    return [...found.values()].sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1));
  }
}

const RADIUS = 1.5;

export function paintTowns(ctx: CanvasRenderingContext2D, frame: Frame, p: Palette, towns: readonly Town[]) {
  ctx.fillStyle = p.labelDivision;
  ctx.beginPath();
  for (const t of towns) {
    const [x, y] = onCanvas(frame, t.lon, t.lat);
    ctx.moveTo(x + RADIUS, y);
    ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
  }
  ctx.fill();
}

/** The names of towns, in the form of the base map's. */
export const townLabels = (towns: readonly Town[]): BaseLabel[] =>
  towns.map((t) => ["town", t.id, t.name, t.name_ar ?? t.name, t.lon, t.lat, 0]);
