// Each kind of symbol is painted once for each size and cached: drawing a thousand places is
// then a thousand copies.

import type { Palette } from "./palette";

export type Form = "speck" | "town" | "site" | "area" | "approximate";

/** The shape of a place; hollow if its location is only roughly known. */
export function formOf(precision: number, count: number, approximate: boolean): Form {
  if (count === 0) return "speck";
  if (approximate && precision <= 1) return "approximate";
  if (precision === 0) return "site";
  if (precision === 1) return "town";
  return "area";
}

/** A number for each kind of symbol, by its size in half pixels. */
export const keyOf = (form: Form, halves: number, unsure: boolean) =>
  (codes[form] * SIZES + halves) * 2 + Number(unsure);

const codes: Record<Form, number> = { speck: 0, town: 1, site: 2, area: 3, approximate: 4 };
/** More than any radius in half pixels. */
const SIZES = 256;

export class Sprites {
  /** By form, size in half pixels, and whether it is unsure. */
  private readonly made: (HTMLCanvasElement | undefined)[] = [];
  private readonly palette: Palette;
  private readonly ratio: number;

  constructor(palette: Palette, ratio: number) {
    this.palette = palette;
    this.ratio = ratio;
  }

  /** Draws a symbol at a point, aligned to device pixels: the fastest copy. */
  draw(ctx: CanvasRenderingContext2D, form: Form, radius: number, unsure: boolean, x: number, y: number) {
    const halves = Math.round(radius * 2);
    const key = keyOf(form, halves, unsure);
    let sprite = this.made[key];
    if (!sprite) {
      sprite = this.make(form, halves / 2, unsure);
      this.made[key] = sprite;
    }
    const { ratio } = this;
    const size = sprite.width / ratio;
    ctx.drawImage(
      sprite,
      Math.round((x - size / 2) * ratio) / ratio,
      Math.round((y - size / 2) * ratio) / ratio,
      size,
      size,
    );
  }

  private make(form: Form, r: number, unsure: boolean): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    const half = Math.ceil(r * 1.5) + 4;
    canvas.width = canvas.height = Math.round(2 * half * this.ratio);
    const ctx = canvas.getContext("2d")!;
    ctx.scale(this.ratio, this.ratio);
    ctx.translate(half, half);
    paintSymbol(ctx, this.palette, form, r, unsure);
    return canvas;
  }
}

/** Paints one symbol at the origin, with the context's alpha; used by the legend too. */
export function paintSymbol(ctx: CanvasRenderingContext2D, p: Palette, form: Form, r: number, unsure: boolean) {
  const all = ctx.globalAlpha;
  switch (form) {
    case "speck":
      disc(ctx, r);
      ctx.globalAlpha = all * 0.7;
      ctx.fillStyle = p.placeDim;
      ctx.fill();
      break;
    case "area":
      soft(ctx, p.area, r * 1.25, 0.34);
      ring(ctx, p.area, r, 1.6, unsure ? [3, 3] : []);
      break;
    case "approximate":
      disc(ctx, r);
      ctx.fillStyle = p.place;
      ctx.globalAlpha = all * 0.16;
      ctx.fill();
      ctx.globalAlpha = all;
      ring(ctx, p.place, r - 0.5, 1.8, unsure ? [2.5, 2.5] : []);
      break;
    default:
      if (form === "site") diamond(ctx, r);
      else disc(ctx, r);
      pin(ctx, p, unsure);
  }
  ctx.globalAlpha = all;
}

function pin(ctx: CanvasRenderingContext2D, p: Palette, unsure: boolean) {
  const all = ctx.globalAlpha;
  ctx.fillStyle = p.place;
  ctx.globalAlpha = all * (unsure ? 0.28 : 0.74);
  ctx.fill();
  ctx.globalAlpha = all;
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = unsure ? p.place : p.placeEdge;
  ctx.setLineDash(unsure ? [2.5, 2.5] : []);
  ctx.stroke();
}

function disc(ctx: CanvasRenderingContext2D, r: number) {
  ctx.beginPath();
  ctx.arc(0, 0, r, 0, 2 * Math.PI);
}

function diamond(ctx: CanvasRenderingContext2D, r: number) {
  const d = r * Math.sqrt(Math.PI / 2); // a square of the circle's area, on its corner
  ctx.beginPath();
  ctx.moveTo(0, -d);
  ctx.lineTo(d, 0);
  ctx.lineTo(0, d);
  ctx.lineTo(-d, 0);
  ctx.closePath();
}

function ring(ctx: CanvasRenderingContext2D, colour: string, r: number, width: number, dash: number[]) {
  disc(ctx, r);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke();
}

function soft(ctx: CanvasRenderingContext2D, colour: string, r: number, alpha: number) {
  const gradient = ctx.createRadialGradient(0, 0, 0, 0, 0, r);
  gradient.addColorStop(0, withAlpha(colour, alpha));
  gradient.addColorStop(0.6, withAlpha(colour, alpha * 0.55));
  gradient.addColorStop(1, withAlpha(colour, 0));
  disc(ctx, r);
  ctx.fillStyle = gradient;
  ctx.fill();
}

/** A colour written #rrggbb with an alpha. */
export function withAlpha(colour: string, alpha: number): string {
  return `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0")}`;
}
