// A measured line.

import { arcs, type Point } from "../domain/path";
import { type Frame, onCanvas } from "./mercator";
import type { Palette } from "./palette";

export function paintPath(ctx: CanvasRenderingContext2D, frame: Frame, p: Palette, points: readonly Point[]) {
  ctx.beginPath();
  for (const [lon, lat] of arcs(points)) ctx.lineTo(...onCanvas(frame, lon, lat));
  ctx.lineJoin = "round";
  stroke(ctx, p.ringCase, 5);
  stroke(ctx, p.ring, 2);
  for (const [lon, lat] of points) {
    ctx.beginPath();
    ctx.arc(...onCanvas(frame, lon, lat), 4.5, 0, 2 * Math.PI);
    ctx.fillStyle = p.ringCase;
    ctx.fill();
    stroke(ctx, p.ring, 2);
  }
}

function stroke(ctx: CanvasRenderingContext2D, colour: string, width: number) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}
