// The list of filters, with the count of each value.

import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { type Facet, FRONT, facets } from "../domain/filters";
import { outlets } from "../domain/outlet";
import { confidences, precisions } from "../domain/precision";
import { formatNumber, type Key, t } from "../i18n";
import { setBox, toggleFilter } from "../state/actions";
import { settledFronts } from "../state/breakdown";
import { facetValues } from "../state/facets";
import { dataset, drawing, everywhere, filters, inView, mapBox } from "../state/store";
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

/** The values in order of size, if they have one, else by number of mentions. */
function valuesOf(facet: Facet): [value: string, n: number][] {
  const rows = facetValues(facet);
  const known = new Set(rows.map(([value]) => value));
  for (const value of filters.value[facet]) if (!known.has(value) && value !== FRONT) rows.push([value, 0]);
  if (facet === "kind" && dataset.value?.fronts.length) rows.push([FRONT, sentencesOnFronts()]);
  return rows
    .filter(([value, n]) => n > 0 || filters.value[facet].includes(value))
    .sort((a, b) => rank(facet, a[0]) - rank(facet, b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Sentences on lines and areas, in view or everywhere. */
const sentencesOnFronts = () =>
  settledFronts.value.reduce((sum, n, i) => sum + (everywhere.value || inView.value.fronts[i] ? n : 0), 0);

const order: Partial<Record<Facet, readonly string[]>> = { precision: precisions, confidence: confidences };

const rank = (facet: Facet, value: string) => {
  const at = order[facet]?.indexOf(value) ?? 0;
  return at < 0 ? 99 : at;
};

const SHORT = 6;

/** Facets with all values listed. */
const long = signal<Partial<Record<Facet, boolean>>>({});

/** A choice: a value, or the spellings of an outlet. */
function rowsOf(facet: Facet): [values: string[], n: number][] {
  const rows = valuesOf(facet);
  return facet === "source" ? outlets(rows).map((o) => [o.sources, o.n]) : rows.map(([value, n]) => [[value], n]);
}

function facetChoices(facet: Facet) {
  const rows = rowsOf(facet);
  if (rows.length === 0) return nothing;
  const chosen = (values: string[]) => values.some((value) => filters.value[facet].includes(value));
  const all = long.value[facet] || rows.length <= SHORT + 1; // the last takes no more room than the button
  const shown = all ? rows : rows.filter(([values], i) => i < SHORT || chosen(values));
  const box = ([values, n]: [
    string[],
    number,
  ]) => html`<label class="choice" title=${facet === "source" ? values.join("\n") : nothing}>
    <input type="checkbox" .checked=${chosen(values)} @change=${() => toggleFilter(facet, ...values)} />
    <span class="choice-name"><bdi>${valueName(facet, values[0])}</bdi></span>
    <span class="choice-count">${formatNumber(n)}</span>
  </label>`;
  return html`<fieldset class="facet">
    <legend>${t(headings[facet])}</legend>
    ${repeat(shown, ([values]) => values[0], box)}
    ${
      shown.length < rows.length
        ? html`<button class="link" type="button" @click=${() => {
            long.value = { ...long.value, [facet]: true };
          }}>${t("showMore", { n: rows.length - shown.length })}</button>`
        : nothing
    }
  </fieldset>`;
}
