// What lies under a point of the map.

import type { Target } from "../domain/target";
import { distance } from "./fronts";
import type { Frame } from "./mercator";

import type { Painters } from "./paint";

/** What lies at a point of the canvas: places before lines, lines before areas, small areas before large. */
export function pick(painters: Painters, x: number, y: number, slop: number, frame: Frame): Target | null {
  const m = painters.model;
  const grid = painters.gridOf(frame);
  if (!m || !grid) return null;
  const row = grid.find(x, y, slop, m.area);
  if (row >= 0 && !m.area[row]) return { kind: "place", index: row };
  // An area that fills much of the window is no target: the list has it.
  const [left, top, right, bottom] = frame.window;
  const largest = ((right - left) * (bottom - top)) / 4 / frame.scale ** 2;
  const near = painters
    .visibleFronts(frame)
    .filter((index) => m.shapes[index].spread < largest)
    .map((index) => ({ index, d: distance(m.shapes[index], frame, x, y), size: m.shapes[index].size }))
    .filter(({ d, size }) => d <= (size > 0 ? 0 : slop + 3))
    .sort((a, b) => a.size - b.size || a.d - b.d);
  if (near[0]?.size === 0 || row < 0) return near[0] ? { kind: "front", index: near[0].index } : null;
  return { kind: "place", index: row };
}
