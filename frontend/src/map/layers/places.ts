// Places: circles by number of mentions; areas as rings, with their outline when pointed at.

import { Crowd } from "../crowd";
import { plate, ring, shadeArea } from "../emphasis";
import { fontOf } from "../lettering";
import type { Frame } from "../mercator";
import type { Model } from "../model";
import { layoutNumbers, type Numbered } from "../numbers";
import { type Palette, tinted } from "../palette";
import { type Form, formOf, paintSymbol, Sprites } from "../sprites";
import { Grid, layout, NAMED } from "../symbols";
import { type Context, type Found, type Layer, RANK, type Scene, type Spot } from "./layer";

/** The number of circles from which small ones are drawn as a crowd. */
const MANY = 1500;
const SMALL = 6; // pixels of radius, at most

/** The strength of places that the open article does not name. */
const DIMMED = 0.2;

/** The parts of a comparison in the draw list. */
const PARTS = ["", "A", "B", "AB"];

const half = (v: number) => Math.round(v * 2) / 2;

export class PlacesLayer implements Layer {
  readonly collection = "places";
  readonly tipAtSymbol = true;
  private readonly scene: Scene;
  private laid: { model: Model; counts: Uint32Array; frame: Frame } | null = null;
  private grid: Grid | null = null;
  private drawn: { palette: Palette; palettes: Palette[]; sprites: Sprites[]; crowd: Crowd } | null = null;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** Circles moved: lay them out again when needed. */
  invalidate() {
    this.laid = null;
  }

  /** Lays the circles out if needed. */
  layoutIfStale(frame: Frame): Model | null {
    const m = this.scene.model;
    if (!m || (this.laid?.model === m && this.laid.counts === m.counts && this.laid.frame === frame)) return m;
    layout(m, frame, m.symbols);
    this.grid = null;
    this.laid = { model: m, counts: m.counts, frame };
    return m;
  }

  /** The drawing of symbols; palettes and sprites by the part of a comparison. */
  private get means() {
    const { palette } = this.scene;
    if (this.drawn?.palette !== palette) {
      const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
      const palettes = [palette, ...tinted(palette)];
      this.drawn = {
        palette,
        palettes,
        sprites: palettes.map((p) => new Sprites(p, ratio)),
        crowd: new Crowd(palette),
      };
    }
    return this.drawn;
  }

  /** Whether the small circles are drawn as a crowd, all of one colour and none faint. */
  crowded(frame: Frame): boolean {
    const m = this.layoutIfStale(frame);
    return m !== null && m.symbols.count > MANY && !m.parts && !this.scene.vector && !this.scene.faint;
  }

  paintSymbols(ctx: Context, frame: Frame) {
    const m = this.layoutIfStale(frame);
    if (!m) return;
    const { palettes, sprites } = this.means;
    const { vector, faint } = this.scene;
    const least = this.crowded(frame) ? SMALL : 0;
    this.each(m, (form, r, unsure, x, y, row) => {
      if (r <= least) return;
      ctx.globalAlpha = faint || m.isBack(row) ? DIMMED : 1;
      const part = m.parts?.[row] ?? 0;
      if (vector) this.drawSymbol(ctx, palettes[part], form, r, unsure, x, y);
      else sprites[part].draw(ctx, form, r, unsure, x, y);
    });
    ctx.globalAlpha = 1;
    for (const number of this.numbers(frame)) this.paintNumber(ctx, number);
  }

  /** The numbers of places in the open article. */
  numbers(frame: Frame): Numbered[] {
    const m = this.layoutIfStale(frame);
    const listed = [...(m?.spotlight ?? [])].filter(([row]) => m?.area[row] !== NAMED);
    return layoutNumbers(listed.map(([row, n]) => ({ n, ...this.spot(row, frame) })));
  }

  private drawSymbol(ctx: Context, p: Palette, form: Form, r: number, unsure: boolean, x: number, y: number) {
    ctx.save();
    ctx.translate(x, y);
    paintSymbol(ctx, p, form, r, unsure);
    ctx.restore();
  }

  private paintNumber(ctx: Context, { n, left, top, right, bottom }: Numbered) {
    const { palette: p } = this.scene;
    ctx.beginPath();
    ctx.roundRect(left, top, right - left, bottom - top, (bottom - top) / 2);
    ctx.fillStyle = p.ring;
    ctx.fill();
    ctx.fillStyle = p.ringCase;
    ctx.font = fontOf("place", 10);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.direction = "ltr";
    ctx.fillText(String(n), (left + right) / 2, (top + bottom) / 2 + 0.5);
  }

  /** Draws the small circles of a crowd on their own canvas. */
  paintCrowd(ctx: Context, frame: Frame) {
    const m = this.layoutIfStale(frame);
    if (!m) return;
    const { crowd } = this.means;
    crowd.begin(frame.width, frame.height);
    this.each(m, (form, r, unsure, x, y, row) => r <= SMALL && !m.isBack(row) && crowd.draw(form, r, unsure, x, y));
    crowd.put(ctx);
  }

  private each(m: Model, draw: (form: Form, r: number, unsure: boolean, x: number, y: number, row: number) => unknown) {
    const s = m.symbols;
    for (let i = 0; i < s.count; i++) {
      const row = s.row[i];
      draw(this.formAt(m, i), s.r[i], m.unsure[row] === 1, s.x[i], s.y[i], row);
    }
  }

  private formAt({ data: { places }, symbols: s }: Model, i: number): Form {
    return formOf(places.precision[s.row[i]], s.n[i], places.approximate[s.row[i]]);
  }

  shade(ctx: Context, frame: Frame, row: number) {
    const { model: m, basemap, palette } = this.scene;
    const id = m?.area[row] ? m.areaIds[row] : "";
    const outline = id ? basemap.outline(id) : null;
    if (outline) shadeArea(ctx, frame, palette, outline);
  }

  mark(ctx: Context, frame: Frame, row: number, chosen: boolean) {
    const { palette: p, names } = this.scene;
    const { x, y, r } = this.spot(row, frame);
    ring(ctx, x, y, r + 3, p.ringCase, chosen ? 6 : 4.5);
    ring(ctx, x, y, r + 3, p.ring, chosen ? 2.6 : 1.8);
    if (chosen) plate(ctx, p, names, names.words.placeName(row), x, y, r + 6);
  }

  find(x: number, y: number, slop: number, frame: Frame): Found | null {
    const m = this.layoutIfStale(frame);
    if (!m) return null;
    this.grid ??= new Grid(m.symbols, frame.width, frame.height);
    const row = this.grid.find(x, y, slop, m.area);
    if (row < 0) return null;
    return { target: { collection: "places", row }, rank: m.area[row] ? RANK.ringed : RANK.point };
  }

  /** The number of mentioned places' circles centred within a distance of a point. */
  countAt(x: number, y: number, distance: number, frame: Frame): number {
    const m = this.layoutIfStale(frame);
    if (!m) return 0;
    const s = m.symbols;
    let n = 0;
    for (let i = 0; i < s.count; i++)
      if (s.n[i] > 0 && !m.area[s.row[i]] && Math.hypot(s.x[i] - x, s.y[i] - y) <= distance) n++;
    return n;
  }

  /** The circle of a place, drawn or not. */
  spot(row: number, frame: Frame): Spot {
    const m = this.layoutIfStale(frame)!;
    const s = m.symbols;
    for (let i = 0; i < s.count; i++) if (s.row[i] === row) return { x: s.x[i], y: s.y[i], r: s.r[i] };
    return { x: m.x[row] * frame.scale - frame.left, y: m.y[row] * frame.scale - frame.top, r: 4 };
  }

  /** Countries and their counts, shown next to their names. */
  named() {
    const m = this.scene.model;
    const rows = m ? [...m.area.keys()].filter((row) => m.area[row] === NAMED && m.counts[row] > 0) : [];
    return rows.map((row) => ({ place: m!.data.places.id[row], n: m!.counts[row] }));
  }

  drawList(frame: Frame) {
    const m = this.layoutIfStale(frame);
    if (!m) return [];
    const [left, top] = frame.window;
    const s = m.symbols;
    return Array.from({ length: s.count }, (_, i) => {
      const row = s.row[i];
      return {
        place: m.data.places.id[row],
        form: this.formAt(m, i),
        x: half(s.x[i] - left),
        y: half(s.y[i] - top),
        r: half(s.r[i]),
        n: s.n[i],
        unsure: m.unsure[row] === 1,
        ...(m.parts ? { part: PARTS[m.parts[row]] } : {}),
      };
    });
  }
}
