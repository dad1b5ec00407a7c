// Measuring distances by pointer and keyboard, and the text on the line.

import { effect } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import type { Point } from "../domain/path";
import { formatNumber, t } from "../i18n";
import { pointText } from "../read/maplinks";
import { addPoint, path, pathLength, pointed, togglePath, undoPoint } from "../state/measure";
import { narrow } from "../state/store";
import { closeIcon } from "../ui/icons";

/** The length so far, where the pointer or the last point is, and the ways on. */
export function measureBar(): TemplateResult {
  const line = path.value ?? [];
  const at = pointed.value ?? line.at(-1);
  const km = pathLength.value;
  const length = km < 100 ? Math.round(km * 10) / 10 : Math.round(km);
  return html`<div class="hint hint-measure">
    <span role="status">${line.length ? html`<strong>${formatNumber(length)} ${t("km")}</strong>` : t(narrow.value ? "measureHintTouch" : "measureHint")}</span>
    ${at ? html`<bdi class="measure-at" dir="ltr">${pointText(at[1], at[0])}</bdi>` : ""}
    <button class="chip" type="button" ?disabled=${line.length === 0} @click=${undoPoint}>${t("measureUndo")}</button>
    <button class="icon-button" type="button" aria-label=${t("measureEnd")} title=${t("measureEnd")} @click=${togglePath}>${closeIcon}</button>
  </div>`;
}

/** Follows the pointer over the map, and takes Enter for its centre; `at` converts a point of the window. */
export function followMeasuring(container: HTMLElement, at: (x: number, y: number) => Point) {
  container.addEventListener("pointermove", (event) => {
    if (!path.peek() || event.pointerType === "touch") return;
    const { left, top } = container.getBoundingClientRect();
    pointed.value = at(event.clientX - left, event.clientY - top);
  });
  container.addEventListener("pointerleave", () => {
    pointed.value = null;
  });
  container.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !path.peek()) return;
    event.preventDefault();
    addPoint(...at(container.clientWidth / 2, container.clientHeight / 2));
  });
  effect(() => {
    container.classList.toggle("measuring", path.value !== null);
  });
}
