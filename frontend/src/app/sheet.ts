// On a narrow screen timeline and panel are a bottom sheet: low, half or full, by its handle.

import { effect } from "@preact/signals-core";
import { html } from "lit-html";
import { t } from "../i18n";
import { article, embed, narrow, selected, sheet } from "../state/store";

const order = ["peek", "half", "full"] as const;

export function grip() {
  const open = sheet.value !== "peek";
  return html`<button
    class="grip"
    type="button"
    aria-expanded=${open}
    aria-controls="panel"
    aria-label=${t("panel")}
    @keydown=${(e: KeyboardEvent) => {
      if (e.key === "ArrowUp") step(1);
      if (e.key === "ArrowDown") step(-1);
    }}
  >
    <span></span>
  </button>`;
}

function step(by: 1 | -1) {
  sheet.value = order[Math.max(0, Math.min(2, order.indexOf(sheet.value) + by))];
}

/** The height of the panel visible in the low sheet, in pixels: its tabs. */
const TABS = 56;

/** Fits the low sheet to its content. */
function fitPeek(time: HTMLElement) {
  const fit = () => {
    if (narrow.peek() && time.offsetHeight)
      document.documentElement.style.setProperty(
        "--peek",
        `${time.offsetTop + time.offsetHeight + (embed.peek() ? 0 : TABS)}px`,
      );
  };
  new ResizeObserver(fit).observe(time);
}

/** Makes the handle draggable. */
export function followSheet(element: HTMLElement, handle: HTMLElement) {
  fitPeek(element.querySelector<HTMLElement>("#time")!);
  effect(() => {
    element.dataset.sheet = narrow.value ? sheet.value : "";
    element.toggleAttribute("data-reading", article.value !== null);
    element.toggleAttribute("data-open", Boolean(article.value || selected.value));
  });
  let from: { y: number; height: number } | null = null;
  let moved = false;
  handle.addEventListener("pointerdown", (e) => {
    if (!narrow.value) return;
    from = { y: e.clientY, height: element.getBoundingClientRect().height };
    moved = false;
    handle.setPointerCapture(e.pointerId);
  });
  handle.addEventListener("pointermove", (e) => {
    if (!from) return;
    const dy = from.y - e.clientY;
    if (!moved && Math.abs(dy) < 6) return;
    moved = true;
    element.classList.add("dragged");
    element.style.height = `${Math.max(80, Math.min(window.innerHeight - 60, from.height + dy))}px`;
  });
  const end = () => {
    if (!from) return;
    const height = element.getBoundingClientRect().height / window.innerHeight;
    from = null;
    element.classList.remove("dragged");
    element.style.height = "";
    if (moved) sheet.value = height < 0.36 ? "peek" : height < 0.72 ? "half" : "full";
  };
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
  handle.addEventListener("click", () => {
    // Ignores the click at the end of a drag.
    if (!moved) sheet.value = order[(order.indexOf(sheet.value) + 1) % 3];
    moved = false;
  });
}
