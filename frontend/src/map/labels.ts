// Placement of names on the map. Places come first by number of mentions, then names for
// orientation. No two overlap, and none covers a circle.

import type { BaseLabel } from "./basemap";
import { type Box, Boxes, place, uncut } from "./collide";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import { straightRun } from "./run";
import type { Symbols } from "./symbols";

export type Style = "country" | "division" | "water" | "place" | "dim" | "area" | "line";

export interface Label {
  text: string;
  style: Style;
  /** Its box; a sloping text is centred in it. */
  box: Box;
  size: number;
  /** The slope of a text along a line, clockwise. */
  angle?: number;
}

/** A line with its name. */
export interface NamedLine {
  name: string;
  lines: readonly Float64Array[];
}

export interface LabelInput {
  symbols: Symbols;
  base: readonly BaseLabel[];
  arabic: boolean;
  /** The name of a place, by row. */
  name: (row: number) => string;
  /** The division or country of a place's row, "" for none. */
  areaOf: (row: number) => string;
  isArea: Uint8Array;
  /** Whether a place is subordinate, as those that the open article does not name. */
  back: (row: number) => boolean;
  /** Whether a place without mentions in the range is still labelled. */
  landmark: (row: number) => boolean;
  countryName: (code: string) => string | undefined;
  /** Counts of places without a symbol, by code or id. */
  countOf: (id: string) => number;
  measure: (text: string, style: Style, size: number) => number;
  /** The lines to label, most important first. */
  lines: readonly NamedLine[];
  /** Centres of signs on the map: names avoid them as they avoid circles. */
  signs: readonly (readonly [x: number, y: number])[];
  /** Boxes over the map, on the canvas: names avoid them. */
  covered: readonly Box[];
}

/** Countries and wide regions have no symbol: their count is next to their name. */
const counted = (name: string, n: number) => (name && n > 0 ? `${name} · ${n}` : name);

const waters: ReadonlySet<BaseLabel[0]> = new Set(["sea", "lake", "river"]);

const HEIGHT = 1.25;
/** Half of a sign's width. */
const SIGN = 8;

/** The number of top places whose names may cover other circles. */
const FIRST = 8;

const sizes: Record<Style, number> = {
  country: 12,
  division: 10.5,
  water: 11.5,
  place: 12,
  dim: 11,
  area: 11.5,
  line: 11,
};

/** The font size of a place's name: slightly larger for a larger circle. */
const sizeFor = (style: Style, r: number, arabic: boolean) =>
  (style === "place" ? Math.min(14.5, sizes.place + Math.max(0, r - 8) * 0.18) : sizes[style]) + (arabic ? 1.5 : 0);

export function layoutLabels(input: LabelInput, frame: Frame): Label[] {
  const layer = new Layout(input, frame);
  const low = frame.zoom < 6;
  if (low) layer.base("country");
  layer.base("sea");
  layer.places(0, 14);
  if (!low) layer.base("country");
  layer.base("region");
  layer.base("division");
  layer.lines();
  const many = Math.max(20, (frame.width * frame.height) / 16000);
  layer.places(14, many);
  layer.base("lake");
  layer.base("river");
  layer.base("road");
  layer.base("hill");
  layer.landmarks(24);
  layer.places(many, 3 * many); // before towns that no article names
  layer.base("town");
  return layer.labels;
}

class Layout {
  readonly labels: Label[] = [];
  private readonly boxes = new Boxes();
  /** Medium circles: only the first names may cover them, if there is no other position. */
  private readonly middling = new Boxes();
  /** All circles but the largest: names of areas, which are under the circles, must not touch them. */
  private readonly circles = new Boxes();
  private readonly input: LabelInput;
  private readonly frame: Frame;
  /** Symbols by count, largest first, and the radius of each area's ring. */
  private readonly ranked: number[] = [];
  private readonly specks: number[] = [];
  private readonly rings = new Map<string, number>();

  constructor(input: LabelInput, frame: Frame) {
    this.input = input;
    this.frame = frame;
    const s = input.symbols;
    for (const box of input.covered) this.boxes.take(box);
    for (const [x, y] of input.signs)
      this.boxes.take({ left: x - SIGN, top: y - SIGN, right: x + SIGN, bottom: y + SIGN });
    const based = new Set(input.base.map((l) => l[1]));
    for (let i = 0; i < s.count; i++) {
      const reach = s.r[i] * 0.85;
      const box = { left: s.x[i] - reach, top: s.y[i] - reach, right: s.x[i] + reach, bottom: s.y[i] + reach };
      if (s.r[i] >= 10) this.boxes.take(box);
      else if (s.n[i] > 0) this.circles.take(box);
      if (s.r[i] >= 4.5) this.middling.take(box);
      const area = input.areaOf(s.row[i]);
      if (area && based.has(area)) this.rings.set(area, s.r[i]);
      else (s.n[i] > 0 ? this.ranked : this.specks).push(i);
    }
    const back = Uint8Array.from({ length: s.count }, (_, i) => Number(input.back(s.row[i])));
    this.ranked.sort((a, b) => back[a] - back[b] || s.n[b] - s.n[a] || s.row[a] - s.row[b]);
  }

  /** The places between two ranks. */
  places(from: number, to: number) {
    const { symbols: s, isArea, name, back } = this.input;
    this.ranked.slice(from, to).forEach((i, rank) => {
      const style = back(s.row[i]) ? "dim" : isArea[s.row[i]] ? "area" : "place";
      const on = (avoid?: Boxes) => this.beside(name(s.row[i]), style, s.x[i], s.y[i], s.r[i], avoid);
      if (on(this.circles) || style !== "place") return; // other names are under the circles
      if (!on(this.middling) && from + rank < FIRST) on();
    });
  }

  /** The names of lines, each along its straightest part. */
  lines() {
    for (const { name, lines } of this.input.lines) {
      const { shown, size, width, height } = this.box(name, "line", 0);
      for (const line of lines) {
        const run = straightRun(line, this.frame, width + 12);
        if (!run) continue;
        const [cos, sin] = [Math.cos(run.angle), Math.sin(run.angle)];
        const [x, y] = [run.x + sin * height, run.y - cos * height]; // above the line
        const [across, down] = [
          (width * Math.abs(cos) + height * Math.abs(sin)) / 2,
          (width * Math.abs(sin) + height * Math.abs(cos)) / 2,
        ];
        const box = { left: x - across, top: y - down, right: x + across, bottom: y + down };
        if (!this.boxes.free(box) || !this.circles.free(box) || !uncut(box, x, y, this.frame.window)) continue;
        this.boxes.take(box);
        this.labels.push({ text: shown, style: "line", box, size, angle: run.angle });
        break;
      }
    }
  }

  landmarks(most: number) {
    const { symbols: s, landmark, name } = this.input;
    for (const i of this.specks.filter((k) => landmark(s.row[k])).slice(0, most)) {
      this.beside(name(s.row[i]), "dim", s.x[i], s.y[i], s.r[i], this.circles);
    }
  }

  base(kind: BaseLabel[0]) {
    const { arabic, countryName, countOf, base } = this.input;
    for (const [k, id, en, ar, lon, lat, zoom] of base) {
      if (k !== kind || this.frame.zoom < zoom || (k === "country" && this.frame.zoom > 9)) continue;
      const name = k === "country" ? (countryName(id) ?? "") : arabic ? ar : en;
      const text = id ? counted(name, countOf(id)) : name;
      if (k === "road" && this.labels.some((l) => l.style === "line" && l.text === text)) continue;
      const style =
        k === "region" ? "division" : k === "country" || k === "division" ? k : waters.has(k) ? "water" : "dim";
      const x = mercatorX(lon) * this.frame.scale - this.frame.left;
      const y = mercatorY(lat) * this.frame.scale - this.frame.top;
      const ring = k === "town" ? 2 : this.rings.get(id);
      if (ring === undefined) this.centred(text, style, x, y);
      else this.beside(text, style, x, y, ring, this.circles);
    }
  }

  private box(text: string, style: Style, r: number) {
    const size = sizeFor(style, r, this.input.arabic);
    const shown = style === "country" || (style === "division" && !this.input.arabic) ? text.toUpperCase() : text;
    return { shown, size, width: this.input.measure(shown, style, size) + 4, height: size * HEIGHT };
  }

  private beside(text: string, style: Style, x: number, y: number, r: number, avoid?: Boxes): boolean {
    if (!text || this.outside(x, y)) return false;
    const { shown, size, width, height } = this.box(text, style, r);
    const room = this.input.signs.length ? Math.max(r, SIGN) : r;
    const box = place(this.boxes, x, y, room, width, height, { window: this.frame.window, avoid });
    if (box) this.labels.push({ text: shown, style, box, size });
    return box !== null;
  }

  private centred(text: string, style: Style, x: number, y: number) {
    if (!text || this.outside(x, y)) return;
    const { shown, size, width, height } = this.box(text, style, 0);
    const box = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
    if (!this.boxes.free(box) || !this.circles.free(box) || !uncut(box, x, y, this.frame.window)) return;
    this.boxes.take(box);
    this.labels.push({ text: shown, style, box, size });
  }

  private outside(x: number, y: number): boolean {
    return x < 0 || y < 0 || x > this.frame.width || y > this.frame.height;
  }
}
