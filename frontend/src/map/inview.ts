// What lies in the window, and so in the lists.

import type { Frame } from "./mercator";
import type { Model } from "./model";

/** 1 for each place and front in the window. */
export interface InView {
  places: Uint8Array;
  fronts: Uint8Array;
}

export function inWindow(m: Model | null, { scale, left, top, window: w }: Frame): InView {
  if (!m) return { places: new Uint8Array(0), fronts: new Uint8Array(0) };
  const [x0, y0, x1, y1] = [(left + w[0]) / scale, (top + w[1]) / scale, (left + w[2]) / scale, (top + w[3]) / scale];
  const places = new Uint8Array(m.x.length);
  for (let i = 0; i < places.length; i++) {
    places[i] = Number(m.x[i] >= x0 && m.x[i] <= x1 && m.y[i] >= y0 && m.y[i] <= y1);
  }
  const touches = ([a, b, c, d]: number[]) => Number(c >= x0 && a <= x1 && d >= y0 && b <= y1);
  return { places, fronts: Uint8Array.from(m.shapes, (s) => touches(s.box)) };
}
