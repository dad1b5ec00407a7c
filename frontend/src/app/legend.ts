// The legend of the map.

import type { Signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";
import { type FrontStyle, frontStyles } from "../domain/fronts";
import { formatNumber, type Key, t } from "../i18n";
import { paintSample } from "../map/frontpaint";
import { palettes } from "../map/palette";
import { type Form, paintSymbol } from "../map/sprites";
import { radius } from "../map/symbols";
import { theme } from "../state/derive";
import { showsEvents } from "../state/events";
import { dataset, eventView, inView, keysOpen, legendOpen, printing, showAreas, showFronts } from "../state/store";
import { closeIcon, keyIcon } from "../ui/icons";
import { overlay } from "./events";
import { type Colour, type Told, told } from "./told";

/** The map's highest count and its zoom: the scale of the circles. */
export interface CircleScale {
  readonly most: number;
  readonly zoom: number;
}

export function legend(map: CircleScale) {
  void [inView.value, dataset.value, theme.value];
  const more = printing.value ? told() : null;
  const honest = t(showsEvents.value ? "legendEvents" : "legendHere");
  if (!legendOpen.value && !printing.value) {
    return html`<button class="map-button map-button-text" type="button" aria-expanded="false" aria-label="${t("legend")}: ${honest}" title=${t("legend")} @click=${() => {
      legendOpen.value = true;
    }}>${keyIcon}<span>${honest}</span></button>`;
  }
  return html`<section class="legend" aria-label=${t("legend")}>
    <header>
      <h2>${honest}</h2>
      <button class="icon-button" type="button" aria-label=${t("close")} aria-expanded="true" @click=${() => {
        legendOpen.value = false;
      }}>${closeIcon}</button>
    </header>
    ${more ? nothing : html`<p>${t("legendText")}</p>`}
    ${showsEvents.value && !(more && eventView.value === "control") ? overlay()?.eventLegend() : nothing}
    ${more ? nothing : sizes(map.most, map.zoom)}
    <div class="legend-signs">
      ${more ? colours(more) : symbols()}
      <ul>
        ${frontStyles.map(sample)}
      </ul>
    </div>
    ${
      dataset.value?.fronts.length
        ? html`${check("mapArticles", showFronts)} ${showFronts.value ? check("legendAreas", showAreas) : nothing}`
        : nothing
    }
    <button class="link" type="button" @click=${() => {
      keysOpen.value = true;
    }}>${t("keys")}</button>
  </section>`;
}

const symbols = () =>
  html`<ul>
    ${sign("town", "legendTown")} ${sign("site", "legendSite")} ${sign("area", "legendArea")}
    ${sign("approximate", "legendApproximate")} ${sign("town", "legendUnsure", true)}
  </ul>`;

/** What colours mean, on paper, where the list is not visible. Events also have signs. */
function colours({ colours }: Told) {
  if (showsEvents.value && eventView.value === "incidents") return nothing;
  const swatch = ({ colour, form }: Colour) =>
    form === "line"
      ? html`<span class="contact-sample" aria-hidden="true"></span>`
      : html`<span class="side-swatch ${form ?? ""}" .style=${`--side:${colour}`} aria-hidden="true"></span>`;
  return html`<ul class="paper-colours">
    ${colours.map((c) => html`<li>${swatch(c)}${c.text}</li>`)}
  </ul>`;
}

/** Three circles at the present scale. */
function sizes(most: number, zoom: number) {
  const counts = [...new Set([1, nice(most / 5), nice(most)])];
  return html`<p class="legend-sizes">
    <span class="legend-label">${t("legendSize")}</span>
    ${counts.map(
      (n) =>
        html`<span class="legend-size"><canvas aria-hidden="true" data-form="town" data-radius=${radius(n, most, zoom)}></canvas>${formatNumber(n)}</span>`,
    )}
  </p>`;
}

/** The largest of 1, 2, 5, 10 … not above n. */
function nice(n: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return [5, 2, 1].map((k) => k * ten).find((k) => k <= n) ?? 1;
}

const sign = (form: Form, key: Key, unsure = false) =>
  html`<li><canvas aria-hidden="true" data-form=${form} data-radius="7" ?data-unsure=${unsure}></canvas>${t(key)}</li>`;

export const frontSamples: Record<FrontStyle, Key> = {
  contact: "legendContact",
  axis: "legendAxis",
  pocket: "legendPocket",
  road: "legendRoad",
  border: "legendBorder",
  area: "legendZone",
};

const sample = (style: FrontStyle) =>
  html`<li><canvas aria-hidden="true" data-style=${style}></canvas>${t(frontSamples[style])}</li>`;

const check = (key: Key, shown: Signal<boolean>) =>
  html`<label class="check"><input type="checkbox" .checked=${shown.value} @change=${(e: Event) => {
    shown.value = (e.target as HTMLInputElement).checked;
  }} /><span>${t(key)}</span></label>`;

/** Paints the legend's symbols and strokes with the map's painters, after rendering. */
export function paintLegend(root: HTMLElement) {
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>("canvas[data-form]")) {
    const r = Number(canvas.dataset.radius);
    const size = 2 * Math.ceil(r * 1.3) + 4;
    const ctx = sized(canvas, size, size);
    ctx.translate(size / 2, size / 2);
    paintSymbol(ctx, palettes[theme.value], canvas.dataset.form as Form, r, canvas.hasAttribute("data-unsure"));
  }
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>("canvas[data-style]"))
    paintSample(sized(canvas, 34, 18), palettes[theme.value], canvas.dataset.style as FrontStyle, 34, 18);
}

/** A canvas of a size in CSS pixels, empty. */
function sized(canvas: HTMLCanvasElement, width: number, height: number) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext("2d")!;
  ctx.scale(ratio, ratio);
  return ctx;
}
