// The name and count of what is pointed at, beside it.

import { html, nothing } from "lit-html";
import { same, type Target } from "../domain/target";
import { t } from "../i18n";

import { frontKind, precisionWord } from "../i18n/words";
import { chosen, counts, frontCounts, placeName } from "../state/derive";
import { dataset, hover } from "../state/store";

export function tooltip() {
  const target = hover.value;
  if (!target || !dataset.value || same(target, chosen.value)) return html``;
  return html`<div class="tip">${target.kind === "place" ? placeTip(target.index) : frontTip(target.index)}</div>`;
}

function placeTip(row: number) {
  const { places } = dataset.value!;
  return html`<strong><bdi>${placeName(row)}</bdi></strong>
    <span>${precisionWord(places.precision[row])} · ${t("nMentions", { n: counts.value[row] ?? 0 })}</span>
    ${places.confidence[row] < 0.5 ? html`<span>${t("legendUnsure")}</span>` : nothing}`;
}

function frontTip(index: number) {
  const f = dataset.value!.fronts[index];
  return html`<strong><bdi>${f.items[0].phrase}</bdi></strong>
    <span>${frontKind(f.kind)} · ${t("nSentences", { n: frontCounts.value[index] ?? 0 })}</span>`;
}

/** Puts the tooltip above the circle, or at the pointer; below where there is no room above. */
export function placeTooltip(
  root: HTMLElement,
  target: Target | null,
  circle: { x: number; y: number; r: number } | null,
  pointer: { x: number; y: number } | null,
) {
  const tip = root.firstElementChild as HTMLElement | null;
  const spot = circle ?? (target?.kind === "front" && pointer ? { ...pointer, r: 8 } : null);
  root.hidden = !tip || !spot;
  if (!tip || !spot) return;
  const { offsetWidth: width, offsetHeight: height } = tip;
  const room = root.parentElement!.clientWidth;
  const left = Math.max(6, Math.min(room - width - 6, spot.x - width / 2));
  const above = spot.y - spot.r - height - 10;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(above > 4 ? above : spot.y + spot.r + 10)}px)`;
}
