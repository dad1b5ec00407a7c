// The numbers of the open article's places: each next to its circle, where there is room. In a
// crowd some have none; they appear as the map zooms in.

import { type Box, Boxes } from "./collide";

/** A number and its box on the canvas. */
export interface Numbered extends Box {
  n: number;
}

const HEIGHT = 14;

/** Directions from a circle's centre, in the order tried. */
const shoulders = [
  [0.7, -0.7],
  [-0.7, -0.7],
  [0.7, 0.7],
  [-0.7, 0.7],
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
] as const;

/** Lays numbers out in order. */
export function layoutNumbers(circles: readonly { n: number; x: number; y: number; r: number }[]): Numbered[] {
  const taken = new Boxes();
  return circles.flatMap(({ n, x, y, r }): Numbered[] => {
    const half = 5 + 3 * String(n).length;
    for (const [dx, dy] of shoulders) {
      const [cx, cy] = [x + dx * r + Math.sign(dx) * 4, y + dy * r + Math.sign(dy) * 4];
      const box = { left: cx - half, top: cy - HEIGHT / 2, right: cx + half, bottom: cy + HEIGHT / 2 };
      if (!taken.free(box)) continue;
      taken.take(box);
      return [{ n, ...box }];
    }
    return [];
  });
}
