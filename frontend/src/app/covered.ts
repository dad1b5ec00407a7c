// The parts of the map that are covered.

import * as s from "../state/store";

/** How much of the map the sheet covers on a narrow screen, and a margin. */
export function insets(area: HTMLElement) {
  const box = area.getBoundingClientRect();
  const sheet = document.getElementById("sheet")!.getBoundingClientRect();
  const covered = s.narrow.value ? Math.max(0, box.bottom - sheet.top) : 0;
  return { top: 60, right: 60, left: 60, bottom: Math.min(box.height - 130, covered + 50) };
}

/** The boxes of everything over the map. */
export function covered(area: HTMLElement) {
  const { left: x, top: y } = area.getBoundingClientRect();
  return [...area.querySelectorAll(".corner > *")]
    .map((element) => element.getBoundingClientRect())
    .filter((b) => b.width > 0)
    .map((b) => ({ left: b.left - x - 4, right: b.right - x + 4, top: b.top - y - 4, bottom: b.bottom - y + 4 }));
}
