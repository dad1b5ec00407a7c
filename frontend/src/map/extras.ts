// The theatre's roads, rivers and lakes in addition to Natural Earth's: with few points each, so
// water is rounded.

import type { BaseLabel } from "./basemap";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import type { Palette } from "./palette";

type Position = [lon: number, lat: number];

export interface RawExtras {
  roads: Position[][];
  rivers: Position[][];
  lakes: Position[][];
  labels: BaseLabel[];
}

/** Lines in Mercator. */
export type Extras = Record<"roads" | "rivers" | "lakes", Position[][]>;

export function prepareExtras({ roads, rivers, lakes }: RawExtras): Extras {
  const project = (lines: Position[][]) =>
    lines.map((line) => line.map(([lon, lat]): Position => [mercatorX(lon), mercatorY(lat)]));
  return { roads: project(roads), rivers: project(rivers), lakes: project(lakes) };
}

export function paintWaters(ctx: CanvasRenderingContext2D, frame: Frame, p: Palette, { rivers, lakes }: Extras) {
  if (frame.zoom >= 6.5) {
    ctx.beginPath();
    for (const line of rivers) rounded(ctx, frame, line);
    ctx.strokeStyle = p.waterEdge;
    ctx.lineWidth = Math.min(1.6, 0.4 + (frame.zoom - 6) * 0.25);
    ctx.stroke();
  }
  ctx.beginPath();
  for (const ring of lakes) rounded(ctx, frame, ring);
  ctx.fillStyle = p.water;
  ctx.fill();
  ctx.strokeStyle = p.waterEdge;
  ctx.lineWidth = 0.7;
  ctx.stroke();
}

export function paintRoads(ctx: CanvasRenderingContext2D, frame: Frame, p: Palette, { roads }: Extras) {
  if (frame.zoom < 6.5) return;
  ctx.beginPath();
  for (const line of roads)
    line.forEach((at, i) => {
      const [x, y] = toCanvas(frame, at);
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    });
  ctx.strokeStyle = p.road;
  ctx.lineWidth = frame.zoom < 8 ? 1.2 : 1.8;
  ctx.stroke();
}

const toCanvas = (f: Frame, [x, y]: Position): Position => [x * f.scale - f.left, y * f.scale - f.top];

const middle = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** A curve through the midpoints of its segments, with its corners as control points; closed if its ends coincide. */
function rounded(ctx: CanvasRenderingContext2D, frame: Frame, line: Position[]) {
  const points = line.map((at) => toCanvas(frame, at));
  const last = points.length - 1;
  const closed = line[0][0] === line[last][0] && line[0][1] === line[last][1];
  const start = closed ? middle(points[0], points[1]) : points[0];
  ctx.moveTo(...start);
  for (let i = 1; i < last; i++) ctx.quadraticCurveTo(...points[i], ...middle(points[i], points[i + 1]));
  if (closed) ctx.quadraticCurveTo(...points[last], ...start);
  else ctx.lineTo(...points[last]);
}
