// Where along a line a text can stand: the straightest run that is long enough for it.

import { type Mark, marksAlong } from "./along";
import type { Frame } from "./mercator";

const STEP = 12; // pixels between the points that are looked at
/** The ends of a run are at least so far from each other, as a part of its length: a text across a bend can't be read. */
const STRAIGHT = 0.97;

/** The middle of the straightest run of a line that is so many pixels long and in the window, and the angle to write at,
 * never upside down; null where there is none. */
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
