// The legend: what the signs mean, and what they do not.

import { html, nothing } from "lit-html";
import { formatNumber, type Key, t } from "../i18n";
import { palettes } from "../map/palette";
import { type Form, paintSymbol } from "../map/sprites";
import { radius } from "../map/symbols";
import { theme } from "../state/derive";
import { dataset, inView, legendOpen, printing, showFronts } from "../state/store";
import { closeIcon, keyIcon } from "../ui/icons";

/** The map's largest count and its zoom: the circles' scale. */
export interface CircleScale {
  readonly most: number;
  readonly zoom: number;
}

export function legend(map: CircleScale) {
  void [inView.value, dataset.value, theme.value];
  if (!legendOpen.value && !printing.value) {
    return html`<button class="map-button map-button-text" type="button" aria-expanded="false" aria-label=${t("legendOpen")} title=${t("legend")} @click=${() => {
      legendOpen.value = true;
    }}>${keyIcon}<span>${t("legendHere")}</span></button>`;
  }
  return html`<section class="legend" aria-label=${t("legend")}>
    <header>
      <h2>${t("legendHere")}</h2>
      <button class="icon-button" type="button" aria-label=${t("close")} aria-expanded="true" @click=${() => {
        legendOpen.value = false;
      }}>${closeIcon}</button>
    </header>
    <p>${t("legendText")}</p>
    ${sizes(map.most, map.zoom)}
    <ul>
      ${sign("town", "legendTown")} ${sign("site", "legendSite")} ${sign("area", "legendArea")} ${sign("country", "legendCountry")}
      ${sign("town", "legendUnsure", true)} ${stroke("line", "legendLine")} ${stroke("axis", "legendAxis")} ${stroke("zone", "legendZone")}
    </ul>
    ${
      dataset.value?.fronts.length
        ? html`<label class="check"><input type="checkbox" .checked=${showFronts.value} @change=${(e: Event) => {
            showFronts.value = (e.target as HTMLInputElement).checked;
          }} /><span>${t("mapArticles")}</span></label>`
        : nothing
    }
  </section>`;
}

/** Three circles of the present scale. */
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

/** The largest of 1, 2, 5, 10 … that is not above n. */
function nice(n: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return [5, 2, 1].map((k) => k * ten).find((k) => k <= n) ?? 1;
}

const sign = (form: Form, key: Key, unsure = false) =>
  html`<li><canvas aria-hidden="true" data-form=${form} data-radius="7" ?data-unsure=${unsure}></canvas>${t(key)}</li>`;

const stroke = (form: string, key: Key) =>
  html`<li><span class="form form-${form}" aria-hidden="true"></span>${t(key)}</li>`;

/** Paints the legend's circles as the map does; called when the legend has been drawn. */
export function paintLegend(root: HTMLElement) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  for (const canvas of root.querySelectorAll("canvas")) {
    const r = Number(canvas.dataset.radius);
    const size = 2 * Math.ceil(r * 1.3) + 4;
    canvas.width = canvas.height = size * ratio;
    canvas.style.width = canvas.style.height = `${size}px`;
    const ctx = canvas.getContext("2d")!;
    ctx.scale(ratio, ratio);
    ctx.translate(size / 2, size / 2);
    paintSymbol(ctx, palettes[theme.value], canvas.dataset.form as Form, r, canvas.hasAttribute("data-unsure"));
  }
}
