// The overlay while events are listed: a sign for each incident; or who holds the towns on a
// day, and the line between them, as wide as its uncertainty.

import { type Frame, kilometre, onCanvas } from "./mercator";
import type { Palette } from "./palette";
import { Shape } from "./shape";

export interface EventMark {
  lon: number;
  lat: number;
  /** A path in a square of 20 by 20. */
  path: string;
  colour: string;
  disputed: boolean;
  lit: boolean;
}

export interface HoldMark {
  lon: number;
  lat: number;
  colour: string;
  /** Of the rival, if contested. */
  rival: string | null;
  unknown: boolean;
  /** 0 to 1: the freshness of its newest claim. */
  strength: number;
  lit: boolean;
}

export interface ContactMark {
  line: [lon: number, lat: number][];
  left: string;
  right: string;
  uncertaintyKm: number;
}

export interface Overlay {
  events: readonly EventMark[];
  holds: readonly HoldMark[];
  contact: readonly ContactMark[];
}

type Context = CanvasRenderingContext2D;

const outside = (frame: Frame, x: number, y: number) =>
  x < -20 || y < -20 || x > frame.width + 20 || y > frame.height + 20;

export function paintOverlay(ctx: Context, frame: Frame, p: Palette, overlay: Overlay) {
  ctx.save();
  for (const segment of overlay.contact) paintContact(ctx, frame, p, segment);
  for (const mark of overlay.holds) paintHold(ctx, frame, p, mark);
  for (const mark of overlay.events) paintEvent(ctx, frame, p, mark);
  ctx.restore();
}

function paintEvent(ctx: Context, frame: Frame, p: Palette, { lon, lat, path, colour, disputed, lit }: EventMark) {
  const [x, y] = onCanvas(frame, lon, lat);
  if (outside(frame, x, y)) return;
  const size = frame.zoom >= 9 ? 0.8 : 0.62;
  ctx.save();
  ctx.translate(x - 10 * size, y - 10 * size);
  ctx.scale(size, size);
  const shape = new Shape(path);
  ctx.lineJoin = "round";
  ctx.strokeStyle = p.ringCase;
  ctx.lineWidth = 5;
  ctx.stroke(shape);
  if (lit) paintRing(ctx, p);
  if (disputed) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2.2;
    ctx.stroke(shape);
    ctx.fillStyle = p.ringCase;
  } else ctx.fillStyle = colour;
  ctx.fill(shape, "evenodd");
  ctx.restore();
}

/** A ring around the sign that was picked. */
function paintRing(ctx: Context, p: Palette) {
  ctx.strokeStyle = p.ring;
  ctx.lineWidth = 3.5;
  ctx.beginPath();
  ctx.arc(10, 10, 17, 0, 2 * Math.PI);
  ctx.stroke();
}

function paintHold(ctx: Context, frame: Frame, p: Palette, mark: HoldMark) {
  const [x, y] = onCanvas(frame, mark.lon, mark.lat);
  if (outside(frame, x, y)) return;
  const r = frame.zoom >= 9 ? 9 : 7;
  disc(ctx, x, y, r);
  ctx.fillStyle = p.ringCase;
  ctx.fill();
  ctx.globalAlpha = mark.unknown ? 0.55 : mark.strength;
  ctx.fillStyle = mark.colour;
  if (!mark.unknown) {
    disc(ctx, x, y, r);
    ctx.fill();
  }
  if (mark.rival) hatch(ctx, x, y, r, mark.rival);
  ctx.globalAlpha = 1;
  ctx.lineWidth = mark.lit ? 3.5 : 2;
  ctx.setLineDash(mark.unknown ? [3, 3] : []);
  ctx.strokeStyle = mark.lit ? p.ring : mark.colour;
  disc(ctx, x, y, r);
  ctx.stroke();
  ctx.setLineDash([]);
}

function disc(ctx: Context, x: number, y: number, r: number) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
}

/** Stripes in the rival's colour. */
function hatch(ctx: Context, x: number, y: number, r: number, colour: string) {
  ctx.save();
  disc(ctx, x, y, r);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 3;
  ctx.beginPath();
  for (let d = -2 * r; d <= 2 * r; d += 6) {
    ctx.moveTo(x + d - r, y + r);
    ctx.lineTo(x + d + r, y - r);
  }
  ctx.stroke();
  ctx.restore();
}

/** A band as wide as the line's uncertainty, with the colours of the sides in its middle. */
function paintContact(ctx: Context, frame: Frame, p: Palette, { line, left, right, uncertaintyKm }: ContactMark) {
  const at = line.map(([lon, lat]) => onCanvas(frame, lon, lat));
  const band = Math.min(80, Math.max(6, 2 * uncertaintyKm * frame.scale * kilometre(line[0][1])));
  const stroke = (colour: string, width: number, alpha: number, shift: number) => {
    const [[x1, y1], [x2, y2]] = [at[0], at[at.length - 1]];
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const [nx, ny] = [((y2 - y1) / length) * shift, (-(x2 - x1) / length) * shift];
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x1 + nx, y1 + ny);
    ctx.lineTo(x2 + nx, y2 + ny);
    ctx.stroke();
  };
  ctx.lineCap = "butt";
  stroke(p.limit, band, 0.16, 0);
  stroke(p.ringCase, 7, 1, 0);
  stroke(left, 2.5, 1, 1.6);
  stroke(right, 2.5, 1, -1.6);
  ctx.globalAlpha = 1;
}
