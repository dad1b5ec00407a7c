// Draws a box over the map by pointer; Escape cancels. For keyboards, the filters offer the box
// of the view.

import { effect } from "@preact/signals-core";
import type { Box } from "../domain/lonlat";

import { setBox } from "../state/actions";
import { drawing } from "../state/store";

/** A shorter drag, in pixels, is ignored. */
const LEAST = 6;

export function followDrawing(area: HTMLElement, boxOf: (x0: number, y0: number, x1: number, y1: number) => Box) {
  const sheet = document.createElement("div");
  sheet.className = "draw-sheet";
  sheet.hidden = true;
  const frame = document.createElement("div");
  frame.className = "draw-frame";
  sheet.append(frame);
  area.append(sheet);
  let from: { x: number; y: number } | null = null;

  const at = (event: PointerEvent) => {
    const { left, top } = area.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const show = (x0: number, y0: number, x1: number, y1: number) => {
    frame.style.left = `${Math.min(x0, x1)}px`;
    frame.style.top = `${Math.min(y0, y1)}px`;
    frame.style.width = `${Math.abs(x1 - x0)}px`;
    frame.style.height = `${Math.abs(y1 - y0)}px`;
  };
  sheet.addEventListener("pointerdown", (event) => {
    from = at(event);
    sheet.setPointerCapture(event.pointerId);
    show(from.x, from.y, from.x, from.y);
    event.preventDefault();
  });
  sheet.addEventListener("pointermove", (event) => {
    const to = at(event);
    if (from) show(from.x, from.y, to.x, to.y);
  });
  sheet.addEventListener("pointerup", (event) => {
    const [a, b] = [from, at(event)];
    from = null;
    if (a && Math.hypot(b.x - a.x, b.y - a.y) >= LEAST) setBox(boxOf(a.x, a.y, b.x, b.y));
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !drawing.peek()) return;
      event.preventDefault();
      drawing.value = false;
    },
    true,
  );
  effect(() => {
    sheet.hidden = !drawing.value;
    from = null;
    show(-9, -9, -9, -9);
  });
}
