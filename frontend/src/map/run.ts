// The position of a text along a line: its straightest part that is long enough.

import { type Mark, marksAlong } from "./along";
import type { Frame } from "./mercator";

const STEP = 12; // pixels between sampled points
/** The minimum distance of a run's ends, as a share of its length: text around a bend is illegible. */
const STRAIGHT = 0.97;

/**
 * The centre of the straightest run of a length in pixels in the window, and the angle for
 * writing, never upside down; null if there is none.
 */
export function straightRun(line: Float64Array, f: Frame, length: number): Mark | null {
  const marks = marksAlong(line, f, STEP);
  const steps = Math.ceil(length / STEP);
  const [left, top, right, bottom] = f.window;
  const inside = ({ x, y }: Mark) => x > left && x < right && y > top && y < bottom;
  let best: Mark | null = null;
  let most = STRAIGHT;
  for (let i = 0; i + steps < marks.length; i++) {
    const [a, b] = [marks[i], marks[i + steps]];
    const part = Math.hypot(b.x - a.x, b.y - a.y) / (steps * STEP);
    // Where marks beyond the frame are left out, what follows lies far off: no run.
    if (part <= most || part > 1.001 || !inside(a) || !inside(b)) continue;
    most = part + 1e-6;
    best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, angle: upright(Math.atan2(b.y - a.y, b.x - a.x)) };
  }
  return best;
}

/** The same slope, read from the left. */
const upright = (angle: number) =>
  angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
