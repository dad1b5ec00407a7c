// Lines and areas in articles, drawn under the places.

import { plate } from "../emphasis";
import { paintFronts } from "../frontpaint";
import { distance, inFrame } from "../fronts";
import type { NamedLine } from "../labels";
import type { Frame } from "../mercator";
import { type Context, type Emphasis, type Found, type Layer, RANK, type Scene, type Spot } from "./layer";

/** The strength of the others while one is chosen, and of those that the open article does not name. */
const DIMMED = 0.25;
/** The maximum number of named lines. */
const MOST_NAMES = 16;

export class FrontsLayer implements Layer {
  readonly collection = "fronts";
  readonly tipAtSymbol = false;
  visible = true;
  /** Whether areas that only say where something is are always drawn, not only when pointed at. */
  areas = false;
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  private rows(frame: Frame): number[] {
    const m = this.scene.model;
    if (!m || !this.visible) return [];
    const drawn = (i: number) => m.frontCounts[i] > 0 && (this.areas || m.shapes[i].style !== "area");
    return m.shapes.flatMap((s, i) => (drawn(i) && inFrame(s, frame) ? [i] : []));
  }

  /** The drawn lines that are not dimmed, with their names, most mentioned first. */
  named(frame: Frame): NamedLine[] {
    const m = this.scene.model;
    if (!m) return [];
    return this.rows(frame)
      .filter((row) => m.shapes[row].lines.length > 0 && m.read?.has(row) !== false)
      .sort((a, b) => m.frontCounts[b] - m.frontCounts[a] || a - b)
      .map((row) => ({ name: this.scene.names.words.frontName(row), lines: m.shapes[row].lines }))
      .filter(({ name }) => name)
      .slice(0, MOST_NAMES);
  }

  paintUnder(ctx: Context, frame: Frame) {
    const { model: m, palette, chosen } = this.scene;
    if (!m) return;
    const back = (row: number) => chosen?.collection === this.collection || m.read?.has(row) === false;
    const rows = this.rows(frame);
    for (const faint of [true, false]) {
      const shapes = rows.filter((row) => back(row) === faint).map((row) => m.shapes[row]);
      ctx.globalAlpha = faint ? DIMMED : 1;
      paintFronts(ctx, frame, palette, shapes, "plain");
    }
    ctx.globalAlpha = 1;
  }

  shade(ctx: Context, frame: Frame, row: number, emphasis: Emphasis) {
    const { model: m, palette } = this.scene;
    if (m) paintFronts(ctx, frame, palette, [m.shapes[row]], emphasis);
  }

  /** The smallest area or nearest line. An area that fills much of the window is no target: use the list. */
  find(x: number, y: number, slop: number, frame: Frame): Found | null {
    const m = this.scene.model;
    if (!m) return null;
    const [left, top, right, bottom] = frame.window;
    const largest = ((right - left) * (bottom - top)) / 4 / frame.scale ** 2;
    const [best] = this.rows(frame)
      .filter((row) => m.shapes[row].spread < largest)
      .map((row) => ({ row, d: distance(m.shapes[row], frame, x, y), size: m.shapes[row].size }))
      .filter(({ d, size }) => d <= (size > 0 ? 0 : slop + 3))
      .sort((a, b) => a.size - b.size || a.d - b.d);
    if (!best) return null;
    return { target: { collection: "fronts", row: best.row }, rank: best.size > 0 ? RANK.area : RANK.line };
  }

  mark(ctx: Context, frame: Frame, row: number, chosen: boolean) {
    const { model: m, palette, names } = this.scene;
    if (!m || !chosen) return;
    const { x, y } = this.spot(row, frame);
    plate(ctx, palette, names, names.words.frontName(row) || m.data.fronts[row].items[0].phrase, x, y, 4);
  }

  spot(row: number, frame: Frame): Spot {
    const { lines, box } = this.scene.model!.shapes[row];
    const line = lines[lines.length >> 1];
    const at = line && 2 * (line.length >> 2); // the middle corner of the middle line
    const [x, y] = line ? [line[at], line[at + 1]] : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return { x: x * frame.scale - frame.left, y: y * frame.scale - frame.top, r: 0 };
  }

  drawList(frame: Frame) {
    const m = this.scene.model;
    if (!m) return [];
    return this.rows(frame).map((row) => {
      const { style, lines, areas, points } = m.shapes[row];
      const parts = { lines: lines.length, areas: areas.length, points: points.length };
      const { id, kind } = m.data.fronts[row];
      return { id, kind, style, ...parts, n: m.frontCounts[row] };
    });
  }
}
