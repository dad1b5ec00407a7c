// Label placement without overlaps: a box is taken if it is free, in order of weight.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const CELL = 96;

/** The taken boxes, in a grid. */
export class Boxes {
  private readonly cells = new Map<number, Box[]>();

  private *around(b: Box): Generator<number> {
    for (let y = Math.floor(b.top / CELL); y <= Math.floor(b.bottom / CELL); y++) {
      for (let x = Math.floor(b.left / CELL); x <= Math.floor(b.right / CELL); x++) yield y * 4096 + x;
    }
  }

  free(b: Box): boolean {
    for (const cell of this.around(b)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (b.left < other.right && b.right > other.left && b.top < other.bottom && b.bottom > other.top) return false;
      }
    }
    return true;
  }

  take(b: Box) {
    for (const cell of this.around(b)) {
      const list = this.cells.get(cell);
      if (list) list.push(b);
      else this.cells.set(cell, [b]);
    }
  }
}

type Side = "end" | "start" | "above" | "below";

/** The box of a text of a size next to a circle. */
function beside(x: number, y: number, r: number, width: number, height: number, side: Side): Box {
  const gap = r + 3;
  const [left, top] =
    side === "end"
      ? [x + gap, y - height / 2]
      : side === "start"
        ? [x - gap - width, y - height / 2]
        : [x - width / 2, side === "above" ? y - gap - height : y + gap];
  return { left, top, right: left + width, bottom: top + height };
}

const sides: Side[] = ["end", "start", "above", "below"];

export type Window = readonly [left: number, top: number, right: number, bottom: number];

/** Whether the box is entirely inside the window, for a point inside, or entirely outside, for one outside. */
export function uncut(b: Box, x: number, y: number, [left, top, right, bottom]: Window): boolean {
  if (x >= left && x <= right && y >= top && y <= bottom) {
    return b.left >= left && b.top >= top && b.right <= right && b.bottom <= bottom;
  }
  return b.right <= left || b.bottom <= top || b.left >= right || b.top >= bottom;
}

export interface Limits {
  /** Its edges must not cut the label. */
  window?: Window;
  /** Further boxes to avoid. */
  avoid?: Boxes | undefined;
}

/** The first free box of a label next to its circle, now taken; null if there is none. */
export function place(
  boxes: Boxes,
  x: number,
  y: number,
  r: number,
  width: number,
  height: number,
  limits: Limits = {},
): Box | null {
  const { window, avoid } = limits;
  for (const side of sides) {
    const box = beside(x, y, r, width, height, side);
    if (!boxes.free(box) || avoid?.free(box) === false || (window && !uncut(box, x, y, window))) continue;
    boxes.take(box);
    return box;
  }
  return null;
}

/** Whether a box comes within a distance of a point, on any side. */
export const near = (b: Box, x: number, y: number, distance: number) =>
  b.left <= x + distance && b.right >= x - distance && b.top <= y + distance && b.bottom >= y - distance;
