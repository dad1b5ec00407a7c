// The painters of the map's canvases, from below: the basemap; lines, areas and their names; circles; where there are
// very many, the small ones apart; names of places; what is pointed at. While the range is dragged only the circles are
// painted anew.

import type { Box as GeoBox } from "../domain/lonlat";
import type { Pin, Target } from "../domain/target";
import type { Basemap } from "./basemap";
import { Crowd } from "./crowd";
import { frameBox, plate, ring, shadeArea } from "./emphasis";
import { type Emphasis, paintFronts } from "./frontpaint";
import { inFrame } from "./fronts";
import type { Label } from "./labels";
import { paintLabels } from "./lettering";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import type { Model } from "./model";
import { Names } from "./names";
import type { Palette } from "./palette";
import { type Form, formOf, Sprites } from "./sprites";
import { Grid, layout } from "./symbols";

type Context = CanvasRenderingContext2D;

/** From so many circles on the small ones are a crowd. */
const MANY = 1500;
const SMALL = 6; // pixels of radius, at most

export class Painters {
  model: Model | null = null;
  hover: Target | null = null;
  chosen: Target | null = null;
  pin: Pin | null = null;
  box: GeoBox | null = null;
  showFronts = true;
  /** Tiles lie below: neither land nor names of the basemap are painted. */
  bare = false;
  readonly names = new Names();
  private laid: { model: Model; counts: Uint32Array; frame: Frame } | null = null;
  private grid: Grid | null = null;
  private sprites!: Sprites;
  private drawnCrowd!: Crowd;
  private readonly basemap: Basemap;
  private palette!: Palette;

  constructor(basemap: Basemap, palette: Palette) {
    this.basemap = basemap;
    this.setPalette(palette);
  }

  setPalette(palette: Palette) {
    this.palette = palette;
    this.sprites = new Sprites(palette, Math.min(globalThis.devicePixelRatio || 1, 2));
    this.drawnCrowd = new Crowd(palette);
  }

  /** Circles moved: they are laid out anew when they are needed. */
  unsettle() {
    this.laid = null;
    this.names.spoil();
  }

  /** Lays the circles out where that is due. */
  private lay(frame: Frame): Model | null {
    const m = this.model;
    if (!m || (this.laid?.model === m && this.laid.counts === m.counts && this.laid.frame === frame)) return m;
    layout(m, frame, m.symbols);
    this.grid = null;
    this.laid = { model: m, counts: m.counts, frame };
    return m;
  }

  /** The grid by which circles are found. */
  gridOf(frame: Frame): Grid | null {
    const m = this.lay(frame);
    if (m) this.grid ??= new Grid(m.symbols, frame.width, frame.height);
    return this.grid;
  }

  private get baseLabels() {
    return this.bare ? [] : this.basemap.labels;
  }

  /** Lays the names out where that is due, and says whether it was. */
  settleNames(frame: Frame): boolean {
    return this.names.settle(this.lay(frame), this.baseLabels, frame);
  }

  readonly base = (ctx: Context, frame: Frame) => {
    if (!this.bare) this.basemap.paint(ctx, frame, this.palette);
  };

  readonly under = (ctx: Context, frame: Frame) => {
    const m = this.lay(frame);
    if (m) {
      const shapes = this.visibleFronts(frame).map((i) => m.shapes[i]);
      paintFronts(ctx, frame, this.palette, shapes, "plain");
      if (this.hover) this.shade(ctx, frame, m, this.hover, "hover");
      if (this.chosen) this.shade(ctx, frame, m, this.chosen, "strong");
    }
    this.paintNames(ctx, frame, (l) => l.style !== "place");
  };

  readonly circles = (ctx: Context, frame: Frame) => {
    const m = this.lay(frame);
    if (!m) return;
    const least = m.symbols.count > MANY ? SMALL : 0;
    this.each(m, (form, r, unsure, x, y) => r > least && this.sprites.draw(ctx, form, r, unsure, x, y));
  };

  readonly crowd = (ctx: Context, frame: Frame) => {
    const m = this.lay(frame);
    if (!m || m.symbols.count <= MANY) return;
    this.drawnCrowd.begin(frame.width, frame.height);
    this.each(m, (form, r, unsure, x, y) => r <= SMALL && this.drawnCrowd.draw(form, r, unsure, x, y));
    this.drawnCrowd.put(ctx);
  };

  private each(m: Model, draw: (form: Form, r: number, unsure: boolean, x: number, y: number) => unknown) {
    const s = m.symbols;
    for (let i = 0; i < s.count; i++) {
      const row = s.row[i];
      draw(formOf(m.data.places.precision[row], s.n[i]), s.r[i], m.unsure[row] === 1, s.x[i], s.y[i]);
    }
  }

  readonly over = (ctx: Context, frame: Frame) => this.paintNames(ctx, frame, (l) => l.style === "place");

  private paintNames(ctx: Context, frame: Frame, which: (label: Label) => boolean) {
    this.names.bring(this.lay(frame), this.baseLabels, frame);
    paintLabels(ctx, this.names.labels.filter(which), this.palette);
  }

  readonly top = (ctx: Context, frame: Frame) => {
    if (this.box) frameBox(ctx, frame, this.palette, this.box);
    if (this.chosen) this.emphasise(ctx, frame, this.chosen, true);
    if (this.hover) this.emphasise(ctx, frame, this.hover, false);
    if (this.pin) this.paintPin(ctx, frame, this.pin);
  };

  visibleFronts(frame: Frame): number[] {
    const m = this.model;
    if (!m || !this.showFronts) return [];
    return m.shapes.flatMap((s, i) => (m.frontCounts[i] > 0 && inFrame(s, frame) ? [i] : []));
  }

  private emphasise(ctx: Context, frame: Frame, target: Target, chosen: boolean) {
    const m = this.model;
    if (!m || target.kind === "front") return;
    const [x, y, r] = this.circle(m, target.index, frame);
    const p = this.palette;
    ring(ctx, x, y, r + 3, p.ringCase, chosen ? 6 : 4.5);
    ring(ctx, x, y, r + 3, p.ring, chosen ? 2.6 : 1.8);
    if (chosen) plate(ctx, p, this.names, this.names.words.placeName(target.index), x, y, r + 6);
  }

  /** Where the circle of a place stands, drawn or not. */
  circle(m: Model, row: number, frame: Frame): [x: number, y: number, r: number] {
    this.lay(frame);
    for (let i = 0; i < m.symbols.count; i++) {
      if (m.symbols.row[i] === row) return [m.symbols.x[i], m.symbols.y[i], m.symbols.r[i]];
    }
    return [m.x[row] * frame.scale - frame.left, m.y[row] * frame.scale - frame.top, 4];
  }

  /** Under the circles: the front that is pointed at, or the area that a place is. */
  private shade(ctx: Context, frame: Frame, m: Model, { kind, index }: Target, emphasis: Emphasis) {
    if (kind === "front") {
      paintFronts(ctx, frame, this.palette, [m.shapes[index]], emphasis);
      return;
    }
    const id = m.area[index] ? m.areaIds[index] : "";
    const outline = id ? this.basemap.outline(id) : null;
    if (outline) shadeArea(ctx, frame, this.palette, outline);
  }

  private paintPin(ctx: Context, frame: Frame, pin: Pin) {
    const p = this.palette;
    const x = mercatorX(pin.lon) * frame.scale - frame.left;
    const y = mercatorY(pin.lat) * frame.scale - frame.top;
    ring(ctx, x, y, 8, p.ringCase, 5);
    ring(ctx, x, y, 8, p.ring, 2);
    ring(ctx, x, y, 1, p.ring, 2);
    plate(ctx, p, this.names, pin.name, x, y, 11);
  }
}
