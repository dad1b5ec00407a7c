// The painters of the three canvases: the basemap; the data; what is pointed at.

import type { Box as GeoBox } from "../data/filter";
import type { Basemap } from "./basemap";
import type { Box } from "./collide";
import { type Emphasis, paintFronts } from "./frontpaint";
import { distance, inFrame } from "./fronts";
import { type Label, type LabelInput, layoutLabels, paintLabels, ruler } from "./labels";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import type { Model, Pin, Target } from "./model";
import type { Palette } from "./palette";
import { formOf, Sprites } from "./sprites";
import { Grid, layout } from "./symbols";
import { trace } from "./topo";

export interface Words {
  arabic: boolean;
  placeName: (row: number) => string;
  countryName: (code: string) => string | undefined;
}

export class Painters {
  model: Model | null = null;
  hover: Target | null = null;
  chosen: Target | null = null;
  pin: Pin | null = null;
  box: GeoBox | null = null;
  showFronts = true;
  /** Tiles lie below: neither land nor names of the basemap are painted. */
  bare = false;
  labels: Label[] = [];
  /** What lies over the map, in the window. */
  covered: Box[] = [];
  private grid: Grid | null = null;
  private sprites!: Sprites;
  private readonly measure: LabelInput["measure"] = ruler();
  private readonly basemap: Basemap;
  private palette!: Palette;
  words: Words = { arabic: false, placeName: () => "", countryName: () => undefined };

  constructor(basemap: Basemap, palette: Palette) {
    this.basemap = basemap;
    this.setPalette(palette);
  }

  setPalette(palette: Palette) {
    this.palette = palette;
    this.sprites = new Sprites(palette, Math.min(globalThis.devicePixelRatio || 1, 2));
  }

  readonly base = (ctx: CanvasRenderingContext2D, frame: Frame) => {
    if (!this.bare) this.basemap.paint(ctx, frame, this.palette);
  };

  readonly data = (ctx: CanvasRenderingContext2D, frame: Frame) => {
    const m = this.model;
    if (m) {
      layout(m, frame, m.symbols);
      this.grid = new Grid(m.symbols, frame.width, frame.height);
      paintFronts(
        ctx,
        frame,
        this.palette,
        this.visibleFronts(frame).map((i) => m.shapes[i]),
        "plain",
      );
      if (this.hover) this.shade(ctx, frame, m, this.hover, "hover");
      if (this.chosen) this.shade(ctx, frame, m, this.chosen, "strong");
    }
    this.labels = layoutLabels(this.labelInput(m, frame), frame);
    const under = this.labels.filter((l) => l.style !== "place");
    paintLabels(ctx, under, this.palette);
    if (m) this.paintSymbols(ctx, m);
    paintLabels(
      ctx,
      this.labels.filter((l) => l.style === "place"),
      this.palette,
    );
  };

  visibleFronts(frame: Frame): number[] {
    const m = this.model;
    if (!m || !this.showFronts) return [];
    return m.shapes.flatMap((s, i) => (m.frontCounts[i] > 0 && inFrame(s, frame) ? [i] : []));
  }

  private labelInput(m: Model | null, { window: [dx, dy] }: Frame): LabelInput {
    const none = {
      count: 0,
      row: new Uint32Array(0),
      x: new Float32Array(0),
      y: new Float32Array(0),
      r: new Float32Array(0),
      n: new Uint32Array(0),
    };
    return {
      symbols: m?.symbols ?? none,
      base: this.bare ? [] : this.basemap.labels,
      arabic: this.words.arabic,
      name: this.words.placeName,
      areaOf: (row) => (m?.area[row] ? m.areaIds[row] : ""),
      isArea: m?.area ?? new Uint8Array(0),
      landmark: (row) => m?.landmark(row) ?? false,
      countryName: this.words.countryName,
      measure: this.measure,
      covered: this.covered.map((b) => ({
        left: b.left + dx,
        right: b.right + dx,
        top: b.top + dy,
        bottom: b.bottom + dy,
      })),
    };
  }

  private paintSymbols(ctx: CanvasRenderingContext2D, m: Model) {
    const s = m.symbols;
    for (let i = 0; i < s.count; i++) {
      const row = s.row[i];
      this.sprites.draw(ctx, formOf(m.data.places.precision[row], s.n[i]), s.r[i], m.unsure[row] === 1, s.x[i], s.y[i]);
    }
  }

  readonly top = (ctx: CanvasRenderingContext2D, frame: Frame) => {
    if (this.box) this.frameBox(ctx, frame, this.box);
    if (this.chosen) this.emphasise(ctx, frame, this.chosen, true);
    if (this.hover) this.emphasise(ctx, frame, this.hover, false);
    if (this.pin) this.paintPin(ctx, frame, this.pin);
  };

  private frameBox(ctx: CanvasRenderingContext2D, frame: Frame, [w, s, e, n]: GeoBox) {
    const x = (lon: number) => mercatorX(lon) * frame.scale - frame.left;
    const y = (lat: number) => mercatorY(lat) * frame.scale - frame.top;
    ctx.setLineDash([6, 4]);
    for (const [colour, width] of [
      [this.palette.ringCase, 4],
      [this.palette.ring, 1.6],
    ] as const) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.strokeRect(x(w), y(n), x(e) - x(w), y(s) - y(n));
    }
    ctx.setLineDash([]);
  }

  private emphasise(ctx: CanvasRenderingContext2D, frame: Frame, target: Target, chosen: boolean) {
    const m = this.model;
    if (!m || target.kind === "front") return;
    const [x, y, r] = this.circle(m, target.index, frame);
    const p = this.palette;
    this.ring(ctx, x, y, r + 3, p.ringCase, chosen ? 6 : 4.5);
    this.ring(ctx, x, y, r + 3, p.ring, chosen ? 2.6 : 1.8);
    if (chosen) this.plate(ctx, this.words.placeName(target.index), x, y, r + 6);
  }

  /** Where the circle of a place stands, drawn or not. */
  circle(m: Model, row: number, frame: Frame): [x: number, y: number, r: number] {
    for (let i = 0; i < m.symbols.count; i++) {
      if (m.symbols.row[i] === row) return [m.symbols.x[i], m.symbols.y[i], m.symbols.r[i]];
    }
    return [m.x[row] * frame.scale - frame.left, m.y[row] * frame.scale - frame.top, 4];
  }

  private ring(ctx: CanvasRenderingContext2D, x: number, y: number, r: number, colour: string, width: number) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.setLineDash([]);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }

  /** Under the circles: the front that is pointed at, or the area that a place is. */
  private shade(ctx: CanvasRenderingContext2D, frame: Frame, m: Model, { kind, index }: Target, emphasis: Emphasis) {
    if (kind === "front") {
      paintFronts(ctx, frame, this.palette, [m.shapes[index]], emphasis);
      return;
    }
    const id = m.area[index] ? m.areaIds[index] : "";
    const outline = id ? this.basemap.outline(id) : null;
    if (!outline) return;
    ctx.beginPath();
    trace(ctx, outline.topology, outline.shapes, frame);
    ctx.globalAlpha = 0.1;
    ctx.fillStyle = this.palette.area;
    ctx.fill();
    ctx.save();
    ctx.clip();
    ctx.strokeStyle = this.palette.area;
    for (const width of [14, 8, 3]) {
      ctx.globalAlpha = 0.14;
      ctx.lineWidth = width;
      ctx.stroke();
    }
    ctx.restore();
    ctx.globalAlpha = 1;
  }

  /** The name of what is chosen, on a plate: over its own label where that is drawn, else above the circle. */
  private plate(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, r: number) {
    const label = this.labels.find((l) => l.text === text && near(l.box, x, y, r));
    const size = label?.size ?? 13.5;
    const width = this.measure(text, "place", size);
    const left = label ? label.box.left + 2 : x - width / 2;
    const middle = label ? (label.box.top + label.box.bottom) / 2 : y - r - 16;
    const half = size * 0.86;
    ctx.fillStyle = this.palette.ring;
    ctx.beginPath();
    ctx.roundRect(left - 7, middle - half, width + 14, 2 * half, 6);
    ctx.fill();
    const box = { left: left - 2, right: left + width, top: middle - half, bottom: middle + half };
    const plain = { ...this.palette, labelPlace: this.palette.ringCase, halo: "transparent" };
    paintLabels(ctx, [{ text, style: "place", size, box }], plain);
  }

  private paintPin(ctx: CanvasRenderingContext2D, frame: Frame, pin: Pin) {
    const x = mercatorX(pin.lon) * frame.scale - frame.left;
    const y = mercatorY(pin.lat) * frame.scale - frame.top;
    this.ring(ctx, x, y, 8, this.palette.ringCase, 5);
    this.ring(ctx, x, y, 8, this.palette.ring, 2);
    this.ring(ctx, x, y, 1, this.palette.ring, 2);
    this.plate(ctx, pin.name, x, y, 11);
  }

  /** What lies at a point of the canvas: places before lines, lines before areas, small areas before large. */
  at(x: number, y: number, slop: number, frame: Frame): Target | null {
    const m = this.model;
    if (!m || !this.grid) return null;
    const row = this.grid.find(x, y, slop, m.area);
    if (row >= 0 && !m.area[row]) return { kind: "place", index: row };
    // An area that fills much of the window is no target: the list has it.
    const [left, top, right, bottom] = frame.window;
    const largest = ((right - left) * (bottom - top)) / 4 / frame.scale ** 2;
    const near = this.visibleFronts(frame)
      .filter((index) => m.shapes[index].spread < largest)
      .map((index) => ({ index, d: distance(m.shapes[index], frame, x, y), size: m.shapes[index].size }))
      .filter(({ d, size }) => d <= (size > 0 ? 0 : slop + 3))
      .sort((a, b) => a.size - b.size || a.d - b.d);
    if (near[0]?.size === 0 || row < 0) return near[0] ? { kind: "front", index: near[0].index } : null;
    return { kind: "place", index: row };
  }
}

const near = (b: Box, x: number, y: number, r: number) =>
  b.left <= x + r + 6 && b.right >= x - r - 6 && b.top <= y + r + 6 && b.bottom >= y - r - 6;
