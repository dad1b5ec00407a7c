// Emphasis around and under what is pointed at or chosen, a place found, and the box of a
// filter.

import type { Box as GeoBox } from "../domain/lonlat";
import { circle, type Near } from "../domain/near";
import type { Basemap } from "./basemap";
import { type Box, near } from "./collide";
import { paintLabels } from "./lettering";
import { type Frame, onCanvas } from "./mercator";
import type { Names } from "./names";
import type { Palette } from "./palette";
import { trace } from "./topo";

type Context = CanvasRenderingContext2D;

export function frameBox(ctx: Context, frame: Frame, p: Palette, [w, s, e, n]: GeoBox) {
  const [left, top] = onCanvas(frame, w, n);
  const [right, bottom] = onCanvas(frame, e, s);
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  dashed(ctx, p);
}

/** The circle of a filter. */
export function frameCircle(ctx: Context, frame: Frame, p: Palette, near: Near) {
  ctx.beginPath();
  for (const [lon, lat] of circle(near)) ctx.lineTo(...onCanvas(frame, lon, lat));
  ctx.closePath();
  dashed(ctx, p);
}

/** Strokes the path with dashes on a casing. */
function dashed(ctx: Context, p: Palette) {
  ctx.setLineDash([6, 4]);
  for (const [colour, width] of [
    [p.ringCase, 4],
    [p.ring, 1.6],
  ] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

export function ring(ctx: Context, x: number, y: number, r: number, colour: string, width: number) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.setLineDash([]);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}

/** The outline of an area pointed at, shaded inwards. */
export function shadeArea(
  ctx: Context,
  frame: Frame,
  p: Palette,
  outline: NonNullable<ReturnType<Basemap["outline"]>>,
) {
  ctx.beginPath();
  trace(ctx, outline.topology, outline.shapes, frame);
  ctx.globalAlpha = 0.1;
  ctx.fillStyle = p.area;
  ctx.fill();
  ctx.save();
  ctx.beginPath();
  trace(ctx, outline.topology, outline.shapes, frame); // a context that writes SVG has no path after save
  ctx.clip();
  ctx.strokeStyle = p.area;
  for (const width of [14, 8, 3]) {
    ctx.globalAlpha = 0.14;
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.restore();
  ctx.globalAlpha = 1;
}

/** The name of what is chosen, on a plate: over its label if drawn, else above the circle. */
export function plate(ctx: Context, p: Palette, names: Names, text: string, x: number, y: number, r: number) {
  const label = names.labels.find((l) => l.text === text && near(l.box, x, y, r + 6));
  const size = label?.size ?? 13.5;
  const width = names.measure(text, "place", size);
  const left = label ? label.box.left + 2 : x - width / 2;
  const middle = label ? (label.box.top + label.box.bottom) / 2 : y - r - 16;
  const half = size * 0.86;
  ctx.fillStyle = p.ring;
  ctx.beginPath();
  ctx.roundRect(left - 7, middle - half, width + 14, 2 * half, 6);
  ctx.fill();
  const box: Box = { left: left - 2, right: left + width, top: middle - half, bottom: middle + half };
  paintLabels(ctx, [{ text, style: "place", size, box }], { ...p, labelPlace: p.ringCase, halo: "transparent" });
}
