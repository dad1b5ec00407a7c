// Lines and areas that articles speak of, drawn under the places.

import { paintFronts } from "../frontpaint";
import { distance, inFrame } from "../fronts";
import type { Frame } from "../mercator";
import { type Context, type Emphasis, type Found, type Layer, RANK, type Scene, type Spot } from "./layer";

export class FrontsLayer implements Layer {
  readonly collection = "fronts";
  readonly tipAtSymbol = false;
  visible = true;
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  private rows(frame: Frame): number[] {
    const m = this.scene.model;
    if (!m || !this.visible) return [];
    return m.shapes.flatMap((s, i) => (m.frontCounts[i] > 0 && inFrame(s, frame) ? [i] : []));
  }

  paintUnder(ctx: Context, frame: Frame) {
    const { model: m, palette } = this.scene;
    if (m)
      paintFronts(
        ctx,
        frame,
        palette,
        this.rows(frame).map((i) => m.shapes[i]),
        "plain",
      );
  }

  shade(ctx: Context, frame: Frame, row: number, emphasis: Emphasis) {
    const { model: m, palette } = this.scene;
    if (m) paintFronts(ctx, frame, palette, [m.shapes[row]], emphasis);
  }

  /** The smallest area or the nearest line. An area that fills much of the window is no target: the list has it. */
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

  spot(row: number, frame: Frame): Spot {
    const [x0, y0, x1, y1] = this.scene.model!.shapes[row].box;
    const x = ((x0 + x1) / 2) * frame.scale - frame.left;
    return { x, y: ((y0 + y1) / 2) * frame.scale - frame.top, r: 0 };
  }

  drawList(frame: Frame) {
    const m = this.scene.model;
    if (!m) return [];
    return this.rows(frame).map((row) => {
      const { dashed, ribbon, lines, areas, points } = m.shapes[row];
      const parts = { lines: lines.length, areas: areas.length, points: points.length };
      const { id, kind } = m.data.fronts[row];
      return { id, kind, dashed, ribbon, ...parts, n: m.frontCounts[row] };
    });
  }
}
