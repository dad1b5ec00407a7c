// The controls over the map: zoom, scale, credits, the hint on the first visit.

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";
import { formatNumber, t } from "../i18n";
import { chosenLayer } from "../map/layer";
import { chosenBasemap } from "../map/pmtiles";
import { recall, remember } from "../state/actions";
import { status } from "../state/atlas";
import { path, togglePath } from "../state/measure";
import { dataset, drawing, embed, inView, legendOpen, narrow, picking, sheet } from "../state/store";
import { fitIcon, minusIcon, plusIcon, rulerIcon } from "../ui/icons";
import { address } from "../url/codec";
import { measureBar } from "./measure";
import { notice } from "./notice";

export interface MapActions {
  zoomBy: (delta: number) => void;
  fitAll: () => void;
  pixelsPerKilometre: () => number;
}

const button = (label: string, icon: unknown, click: () => void) =>
  html`<button class="map-button" type="button" aria-label=${label} title=${label} @click=${click}>${icon}</button>`;

export function controls(map: MapActions) {
  return html`
    <div class="zoom">
      ${button(t("zoomIn"), plusIcon, () => map.zoomBy(1))} ${button(t("zoomOut"), minusIcon, () => map.zoomBy(-1))}
      ${button(t("zoomAll"), fitIcon, map.fitAll)}
      ${embed.value ? nothing : html`<button class="map-button" type="button" aria-label=${t("measure")} title=${t("measure")} aria-pressed=${path.value !== null} @click=${togglePath}>${rulerIcon}</button>`}
    </div>
  `;
}

/** The scale bar: the longest of 1, 2, 5, 10 … km that fits. */
function scale(map: MapActions) {
  void inView.value;
  const perKm = map.pixelsPerKilometre();
  const room = narrow.value ? 70 : 100;
  const ten = 10 ** Math.floor(Math.log10(room / perKm));
  const km = [5, 2, 1].map((n) => n * ten).find((n) => n * perKm <= room) ?? ten;
  return {
    width: Math.round(km * perKm),
    label: km >= 1 ? `${formatNumber(km)} ${t("km")}` : `${formatNumber(km * 1000)} ${t("metre")}`,
  };
}

export function credits(map: MapActions) {
  const { width, label } = scale(map);
  return html`
    ${embed.value ? html`<a class="credit-open" href=${address({ embed: false })} target="_blank" rel="noopener">${t("openFull")}</a>` : nothing}
    <div class="scale"><span class="scale-bar" .style=${`width:${width}px`}></span><span>${label}</span></div>
    <p class="credit" title=${t("attributionHint")} lang="en" dir="ltr">${[t("attribution"), chosenLayer()?.credit, chosenBasemap() && "Protomaps © OpenStreetMap"].filter(Boolean).join(" · ")}</p>
  `;
}

const hinted = signal(recall("hint") === "done");

/** The hint was read, or is not needed. */
export function hintDone() {
  if (hinted.value) return;
  hinted.value = true;
  remember("hint", "done");
}

export function hint() {
  if (drawing.value) return html`<p class="hint" role="status"><span>${t("filterDrawing")}</span></p>`;
  if (path.value) return measureBar();
  if (picking.value) return html`<p class="hint" role="status"><span>${t("wrongPick")}</span></p>`;
  const hidden =
    (narrow.value && sheet.value !== "peek") || legendOpen.value || notice() !== null || !dataset.value?.size.articles;
  if (hinted.value || hidden || embed.value || status.value.kind !== "ready") return html``;
  return html`<p class="hint">
    <span>${t(narrow.value ? "hintTouch" : "hint")}</span>
    <button class="chip" type="button" @click=${hintDone}>${t("hintClose")}</button>
  </p>`;
}
