// Marks at even distances along a line: teeth, arrows.

import type { Frame } from "./mercator";

/** A point of a line on the canvas, and the line's direction there, as an angle clockwise from east. */
export interface Mark {
  x: number;
  y: number;
  angle: number;
}

/**
 * Marks every so many pixels along a line in Mercator, from half a step on; those far outside
 * the frame are skipped.
 */
export function marksAlong(line: Float64Array, f: Frame, every: number): Mark[] {
  const out: Mark[] = [];
  let next = every / 2;
  let before = 0;
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay] = [line[i - 2] * f.scale - f.left, line[i - 1] * f.scale - f.top];
    const [bx, by] = [line[i] * f.scale - f.left, line[i + 1] * f.scale - f.top];
    const length = Math.hypot(bx - ax, by - ay);
    const seen = Math.max(ax, bx) > -20 && Math.min(ax, bx) < f.width + 20;
    if (seen && Math.max(ay, by) > -20 && Math.min(ay, by) < f.height + 20) {
      const angle = Math.atan2(by - ay, bx - ax);
      for (; next <= before + length; next += every) {
        const t = (next - before) / length;
        out.push({ x: ax + (bx - ax) * t, y: ay + (by - ay) * t, angle });
      }
    } else next += Math.ceil(Math.max(0, before + length - next) / every) * every;
    before += length;
  }
  return out;
}

/** The end of a line, and its direction. */
export function endOf(line: Float64Array, f: Frame): Mark | null {
  const n = line.length;
  if (n < 4) return null;
  const [x, y] = [line[n - 2] * f.scale - f.left, line[n - 1] * f.scale - f.top];
  return { x, y, angle: Math.atan2(line[n - 1] - line[n - 3], line[n - 2] - line[n - 4]) };
}
