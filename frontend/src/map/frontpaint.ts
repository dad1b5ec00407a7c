// Paints lines and areas under the circles, each style with its own stroke: a line of contact
// with teeth, an axis with an arrow, a pocket hatched, a road as a band, a border as a ribbon.
// Areas that only say where something is are outlines with a faint fill, so that a countryside
// does not hide a town.

import type { FrontStyle } from "../domain/fronts";
import { endOf, type Mark, marksAlong } from "./along";
import type { FrontShape } from "./fronts";
import type { Context, Emphasis } from "./layers/layer";
import type { Frame } from "./mercator";
import type { Palette } from "./palette";
import { withAlpha } from "./sprites";

const colourOf = (p: Palette, style: FrontStyle) =>
  ({ contact: p.contact, axis: p.front, pocket: p.pocket, road: p.route, border: p.limit, area: p.zone })[style];

function path(ctx: Context, f: Frame, lines: readonly Float64Array[], close: boolean) {
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

export function paintFronts(ctx: Context, f: Frame, p: Palette, shapes: readonly FrontShape[], emphasis: Emphasis) {
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  const before = ctx.globalAlpha;
  for (const s of shapes) {
    ctx.globalAlpha = before * (emphasis === "plain" ? s.fade : 1);
    for (const rings of s.areas) paintArea(ctx, f, p, s, rings, emphasis);
    if (s.lines.length) paintLine(ctx, f, p, s, emphasis !== "plain");
    for (const point of s.points) paintPoint(ctx, f, p, s, point, emphasis !== "plain");
  }
  ctx.globalAlpha = before;
  ctx.setLineDash([]);
}

function stroke(ctx: Context, colour: string, width: number, dash: number[] = []) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke();
}

function paintLine(ctx: Context, f: Frame, p: Palette, s: FrontShape, strong: boolean) {
  const colour = colourOf(p, s.style);
  const width = (strong ? 3.2 : 2) * (f.zoom < 7 ? 0.8 : 1);
  path(ctx, f, s.lines, false);
  if (s.style === "border" || s.style === "road") {
    const band = s.style === "border" ? 5 : 6;
    stroke(ctx, withAlpha(colour, strong ? 0.55 : 0.16), strong ? band + 3 : band);
    if (s.style === "road") stroke(ctx, withAlpha(colour, strong ? 1 : 0.6), strong ? width : 1.2);
    return;
  }
  stroke(ctx, p.casing, width + 2.6);
  stroke(ctx, colour, width, s.style === "axis" ? [width * 3.4, width * 2.4] : []);
  ctx.fillStyle = colour;
  ctx.setLineDash([]);
  if (s.style === "contact")
    for (const line of s.lines) for (const mark of marksAlong(line, f, 13)) tooth(ctx, mark, strong ? 6.5 : 5);
  if (s.style !== "axis") return;
  for (const line of s.lines) {
    const end = endOf(line, f);
    if (end) arrow(ctx, p, end, strong ? 13 : 10);
  }
}

/** A triangle on the left of the line. */
function tooth(ctx: Context, { x, y, angle }: Mark, size: number) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  ctx.beginPath();
  ctx.moveTo(x - cos * size * 0.7, y - sin * size * 0.7);
  ctx.lineTo(x + sin * size * 1.3, y - cos * size * 1.3);
  ctx.lineTo(x + cos * size * 0.7, y + sin * size * 0.7);
  ctx.fill();
}

function arrow(ctx: Context, p: Palette, { x, y, angle }: Mark, size: number) {
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const turn of [0.42, -0.42]) ctx.lineTo(x - size * Math.cos(angle + turn), y - size * Math.sin(angle + turn));
  ctx.closePath();
  ctx.strokeStyle = p.casing;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fill();
}

function paintArea(ctx: Context, f: Frame, p: Palette, s: FrontShape, rings: Float64Array[], emphasis: Emphasis) {
  const colour = colourOf(p, s.style);
  const strong = emphasis === "strong";
  path(ctx, f, rings, true);
  if (emphasis !== "hover") {
    ctx.fillStyle = withAlpha(colour, strong ? 0.14 : 0.06);
    ctx.fill("evenodd");
    if (s.style === "pocket") hatch(ctx, f, s, rings, colour);
  }
  path(ctx, f, rings, true);
  const halo = Math.min(18, 2 * s.halo * f.scale);
  if (strong && halo > 3) stroke(ctx, withAlpha(colour, 0.12), halo);
  stroke(ctx, withAlpha(colour, strong ? 1 : 0.75), strong ? 2.2 : s.style === "area" ? 1 : 1.8);
}

/** Hatching within rings, in the part of the shape's box inside the frame. */
function hatch(ctx: Context, f: Frame, s: FrontShape, rings: Float64Array[], colour: string) {
  const [x0, x1] = [Math.max(0, s.box[0] * f.scale - f.left), Math.min(f.width, s.box[2] * f.scale - f.left)];
  const [y0, y1] = [Math.max(0, s.box[1] * f.scale - f.top), Math.min(f.height, s.box[3] * f.scale - f.top)];
  ctx.save();
  path(ctx, f, rings, true); // an SVG context has no path after save
  ctx.clip("evenodd");
  ctx.beginPath();
  const height = y1 - y0;
  for (let x = x0 - height - ((x0 - height) % 8); x < x1; x += 8) {
    ctx.moveTo(x, y1);
    ctx.lineTo(x + height, y0);
  }
  stroke(ctx, withAlpha(colour, 0.45), 1.2);
  ctx.restore();
}

function paintPoint(ctx: Context, f: Frame, p: Palette, s: FrontShape, point: Float64Array, strong: boolean) {
  const x = point[0] * f.scale - f.left;
  const y = point[1] * f.scale - f.top;
  ctx.beginPath();
  ctx.arc(x, y, Math.max(5, Math.min(70, s.halo * f.scale)), 0, 2 * Math.PI);
  ctx.fillStyle = withAlpha(p.zone, strong ? 0.16 : 0.06);
  ctx.fill();
  stroke(ctx, withAlpha(p.front, strong ? 1 : 0.55), 1, [2, 3]);
  ctx.beginPath();
  ctx.moveTo(x - 4, y);
  ctx.lineTo(x + 4, y);
  ctx.moveTo(x, y - 4);
  ctx.lineTo(x, y + 4);
  stroke(ctx, p.casing, 4);
  stroke(ctx, p.front, strong ? 2.4 : 1.8);
}

/** The legend's sample of a style, in a box of pixels. */
export function paintSample(ctx: Context, p: Palette, style: FrontStyle, width: number, height: number) {
  const frame: Frame = { zoom: 9, scale: 1, left: 0, top: 0, width, height, window: [0, 0, width, height] };
  const middle = height / 2;
  const shape: FrontShape = {
    lines: [Float64Array.of(2, middle, width - 2, middle)],
    areas: [],
    points: [],
    style,
    fade: 1,
    halo: 0,
    size: 0,
    spread: 0,
    box: [0, 0, width, height],
  };
  if (style === "pocket" || style === "area") {
    const [x, y] = [width - 4, height - 3];
    shape.areas = [[Float64Array.of(4, 3, x, 3, x, y, 4, y, 4, 3)]];
    shape.lines = [];
  }
  paintFronts(ctx, frame, p, [shape], "plain");
}
