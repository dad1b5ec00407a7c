// Many small symbols at once. Without a graphics card, canvas copies take 3 µs each; blending
// them ourselves into an image that is then put down takes a tenth of that. The image has one
// pixel per CSS pixel, also on denser screens.

import type { Palette } from "./palette";
import { type Form, keyOf, paintSymbol } from "./sprites";

/** The pixels of a symbol: offsets from its centre in an image of a width, and colours. */
interface Dots {
  at: Int32Array;
  colour: Uint32Array;
}

/** The maximum extent of a symbol from its centre, in pixels. */
const REACH = 12;

export class Crowd {
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);
  private made: (Dots | undefined)[] = [];
  private readonly palette: Palette;

  constructor(palette: Palette) {
    this.palette = palette;
  }

  /** Starts an empty image. */
  begin(width: number, height: number) {
    if (this.image?.width !== width || this.image.height !== height) {
      this.image = new ImageData(width, height);
      this.pixels = new Uint32Array(this.image.data.buffer);
      this.made = [];
    } else this.pixels.fill(0);
  }

  /** Blends a symbol in; one not entirely inside is skipped, as it lies outside the window. */
  draw(form: Form, radius: number, unsure: boolean, x: number, y: number) {
    const { width, height } = this.image!;
    const [left, top] = [Math.round(x), Math.round(y)];
    if (left < REACH || top < REACH || left >= width - REACH || top >= height - REACH) return;
    const halves = Math.round(radius * 2);
    const key = keyOf(form, halves, unsure);
    this.made[key] ??= paint(this.palette, form, halves / 2, unsure, width);
    blend(this.pixels, this.made[key], top * width + left);
  }

  put(ctx: CanvasRenderingContext2D) {
    if (this.image) ctx.putImageData(this.image, 0, 0);
  }
}

function paint(palette: Palette, form: Form, r: number, unsure: boolean, width: number): Dots {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * REACH;
  const ctx = canvas.getContext("2d", { willReadFrequently: true })!;
  ctx.translate(REACH, REACH);
  paintSymbol(ctx, palette, form, r, unsure);
  const pixels = new Uint32Array(ctx.getImageData(0, 0, 2 * REACH, 2 * REACH).data.buffer);
  const painted = [...pixels.keys()].filter((i) => pixels[i] >>> 24 > 3);
  const at = (i: number) => (Math.floor(i / (2 * REACH)) - REACH) * width + (i % (2 * REACH)) - REACH;
  return { at: Int32Array.from(painted, at), colour: Uint32Array.from(painted, (i) => pixels[i]) };
}

/** Blends colours (alpha in the highest byte, not premultiplied) over the present ones (Porter and Duff's over). */
export function blend(pixels: Uint32Array, { at, colour }: Dots, middle: number) {
  for (let k = 0; k < at.length; k++) {
    const i = middle + at[k];
    const s = colour[k];
    const t = pixels[i];
    const a = s >>> 24;
    const b = t >>> 24;
    if (b === 0 || a === 255) {
      pixels[i] = s;
      continue;
    }
    const alpha = a + (((b * (255 - a) * 257) >>> 16) & 255);
    const f = ((a << 8) / alpha) | 0; // the share of the upper colour, of 256
    const g = 256 - f;
    const odd = (((s & 0xff00ff) * f + (t & 0xff00ff) * g) >>> 8) & 0xff00ff;
    const even = (((s & 0xff00) * f + (t & 0xff00) * g) >>> 8) & 0xff00;
    pixels[i] = ((alpha << 24) | odd | even) >>> 0;
  }
}
