// The tooltip: name and count of what is pointed at.

import { html } from "lit-html";
import { collections } from "../collections/registry";
import { same, type Target } from "../domain/target";
import { chosen } from "../state/derive";
import { dataset, hover } from "../state/store";

export function tooltip() {
  const target = hover.value;
  if (!target || !dataset.value || same(target, chosen.value)) return html``;
  return html`<div class="tip">${collections[target.collection].tip(target.row)}</div>`;
}

/** Puts the tooltip above the circle, or at the pointer; below if there is no room above. */
export function placeTooltip(
  root: HTMLElement,
  target: Target | null,
  symbol: { x: number; y: number; r: number } | null,
  pointer: { x: number; y: number } | null,
) {
  const tip = root.firstElementChild as HTMLElement | null;
  const spot = symbol ?? (target && pointer ? { ...pointer, r: 8 } : null);
  root.hidden = !tip || !spot;
  if (!tip || !spot) return;
  const { offsetWidth: width, offsetHeight: height } = tip;
  const room = root.parentElement!.clientWidth;
  const left = Math.max(6, Math.min(room - width - 6, spot.x - width / 2));
  const above = spot.y - spot.r - height - 10;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(above > 4 ? above : spot.y + spot.r + 10)}px)`;
}
