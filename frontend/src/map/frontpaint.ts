// Paints lines and areas under the circles: a line with a casing, dashed where it only joins places; an area shaded, its
// edge soft by as much as it is uncertain. Faint where it is large, so that a countryside does not drown a town.

import type { FrontShape } from "./fronts";
import type { Emphasis } from "./layers/layer";
import type { Frame } from "./mercator";
import type { Palette } from "./palette";
import { withAlpha } from "./sprites";

function path(ctx: CanvasRenderingContext2D, f: Frame, lines: readonly Float64Array[], close: boolean) {
  ctx.beginPath();
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      const x = line[i] * f.scale - f.left;
      const y = line[i + 1] * f.scale - f.top;
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    if (close) ctx.closePath();
  }
}

export function paintFronts(
  ctx: CanvasRenderingContext2D,
  f: Frame,
  p: Palette,
  shapes: readonly FrontShape[],
  emphasis: Emphasis,
) {
  const strong = emphasis !== "plain";
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  for (const s of shapes) {
    for (const rings of s.areas) {
      if (emphasis !== "hover") paintArea(ctx, f, p, s, rings, emphasis);
      if (strong) outline(ctx, f, p, rings);
    }
  }
  for (const s of shapes) {
    const halo = Math.min(46, 2 * s.halo * f.scale);
    if (halo > 6 && !s.ribbon) strokeLines(ctx, f, s, withAlpha(p.front, strong ? 0.16 : 0.055), halo, []);
  }
  const width = (strong ? 3.4 : 2) * (f.zoom < 7 ? 0.8 : 1);
  for (const s of shapes)
    if (s.ribbon) strokeLines(ctx, f, s, withAlpha(p.front, strong ? 0.6 : 0.28), strong ? 6 : 4, []);
  const drawn = shapes.filter((s) => !s.ribbon);
  for (const s of drawn) strokeLines(ctx, f, s, p.casing, width + 2.4, []);
  for (const s of drawn) strokeLines(ctx, f, s, p.front, width, s.dashed ? [width * 3, width * 2.4] : []);
  for (const s of shapes) for (const point of s.points) paintPoint(ctx, f, p, s, point, strong);
  ctx.setLineDash([]);
}

function strokeLines(
  ctx: CanvasRenderingContext2D,
  f: Frame,
  s: FrontShape,
  colour: string,
  width: number,
  dash: number[],
) {
  if (s.lines.length === 0) return;
  path(ctx, f, s.lines, false);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.lineCap = dash.length ? "butt" : "round";
  ctx.stroke();
}

/** The soft edge: strokes from wide to narrow that add up towards the middle; fewer where they are faint, since a canvas
 * has no colours between two of its 256 steps. */
function paintEdge(ctx: CanvasRenderingContext2D, colour: string, alpha: number, width: number) {
  const n = Math.max(1, Math.min(6, Math.floor(alpha / 0.014)));
  ctx.strokeStyle = withAlpha(colour, Math.max(0.012, (alpha * 0.84) / n));
  for (let i = 0; i < n; i++) {
    ctx.lineWidth = width * (1 - i / n);
    ctx.stroke();
  }
}

function paintArea(
  ctx: CanvasRenderingContext2D,
  f: Frame,
  p: Palette,
  s: FrontShape,
  rings: Float64Array[],
  emphasis: Emphasis,
) {
  const alpha =
    emphasis === "strong" ? 0.2 : Math.max(0.022, Math.min(0.1, 0.1 * Math.sqrt(700 / Math.max(s.size, 1))));
  const halo = Math.min(26, Math.max(4, 2 * s.halo * f.scale));
  path(ctx, f, rings, true);
  ctx.setLineDash([]);
  ctx.fillStyle = withAlpha(p.zone, alpha);
  ctx.fill("evenodd");
  paintEdge(ctx, p.zone, alpha, halo);
}

function outline(ctx: CanvasRenderingContext2D, f: Frame, p: Palette, rings: Float64Array[]) {
  path(ctx, f, rings, true);
  ctx.strokeStyle = p.zone;
  ctx.lineWidth = 1.6;
  ctx.setLineDash([2, 4]);
  ctx.stroke();
}

function paintPoint(
  ctx: CanvasRenderingContext2D,
  f: Frame,
  p: Palette,
  s: FrontShape,
  point: Float64Array,
  strong: boolean,
) {
  const x = point[0] * f.scale - f.left;
  const y = point[1] * f.scale - f.top;
  const halo = Math.min(70, s.halo * f.scale);
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.arc(x, y, Math.max(5, halo), 0, 2 * Math.PI);
  ctx.fillStyle = withAlpha(p.zone, strong ? 0.2 : 0.09);
  ctx.fill();
  ctx.strokeStyle = withAlpha(p.front, strong ? 1 : 0.55);
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.setLineDash([]);
  for (const [colour, width] of [
    [p.casing, 4],
    [p.front, strong ? 2.4 : 1.8],
  ] as const) {
    ctx.beginPath();
    ctx.moveTo(x - 4, y);
    ctx.lineTo(x + 4, y);
    ctx.moveTo(x, y - 4);
    ctx.lineTo(x, y + 4);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
}
