// The list of what mentions can be filtered by, with how many each value would let through.

import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { type Facet, FRONT, facets } from "../domain/filters";
import { confidences, precisions } from "../domain/precision";
import { formatNumber, type Key, t } from "../i18n";
import { setBox, toggleFilter } from "../state/actions";
import { settledFronts } from "../state/breakdown";
import { facetValues } from "../state/facets";
import { dataset, drawing, filters, mapBox } from "../state/store";
import { boxIcon } from "../ui/icons";
import { valueName } from "./filters";

const headings: Record<Facet, Key> = {
  source: "filterSource",
  language: "filterLanguage",
  kind: "filterKind",
  role: "filterRole",
  precision: "filterPrecision",
  confidence: "filterConfidence",
};

export function choices(): TemplateResult {
  return html`<section class="choices" aria-label=${t("filter")}>
    ${facets.map(facetChoices)}
    <div class="choice-box">
      <button class="chip" type="button" aria-pressed=${drawing.value} @click=${() => {
        drawing.value = !drawing.value;
      }}>${boxIcon}${t("filterDraw")}</button>
      <button class="chip" type="button" @click=${() => mapBox.value && setBox(mapBox.value)}>${t("filterWindow")}</button>
    </div>
  </section>`;
}

/** The values that occur in the order of their size, where they have one, else by how many mentions they have. */
function valuesOf(facet: Facet): [value: string, n: number][] {
  const rows = facetValues(facet);
  const known = new Set(rows.map(([value]) => value));
  for (const value of filters.value[facet]) if (!known.has(value) && value !== FRONT) rows.push([value, 0]);
  if (facet === "kind" && dataset.value?.fronts.length)
    rows.push([FRONT, settledFronts.value.reduce((a, b) => a + b, 0)]);
  return rows
    .filter(([value, n]) => n > 0 || filters.value[facet].includes(value))
    .sort((a, b) => rank(facet, a[0]) - rank(facet, b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const order: Partial<Record<Facet, readonly string[]>> = { precision: precisions, confidence: confidences };

const rank = (facet: Facet, value: string) => {
  const at = order[facet]?.indexOf(value) ?? 0;
  return at < 0 ? 99 : at;
};

const SHORT = 6;

/** Facets of which all values are listed. */
const long = signal<Partial<Record<Facet, boolean>>>({});

function facetChoices(facet: Facet) {
  const rows = valuesOf(facet);
  if (rows.length === 0) return nothing;
  const chosen = (value: string) => filters.value[facet].includes(value);
  const shown = long.value[facet] ? rows : rows.filter(([value], i) => i < SHORT || chosen(value));
  const box = ([value, n]: [string, number]) => html`<label class="choice">
    <input type="checkbox" .checked=${chosen(value)} @change=${() => toggleFilter(facet, value)} />
    <span class="choice-name"><bdi>${valueName(facet, value)}</bdi></span>
    <span class="choice-count">${formatNumber(n)}</span>
  </label>`;
  return html`<fieldset class="facet">
    <legend>${t(headings[facet])}</legend>
    ${repeat(shown, ([value]) => value, box)}
    ${
      shown.length < rows.length
        ? html`<button class="link" type="button" @click=${() => {
            long.value = { ...long.value, [facet]: true };
          }}>${t("showMore", { n: rows.length - shown.length })}</button>`
        : nothing
    }
  </fieldset>`;
}
