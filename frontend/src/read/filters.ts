// The filters: a chip for each one chosen, and the list to choose from, with how many mentions each would let through.

import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { type Facet, FRONT, facets } from "../domain/filters";

import { confidences, precisions } from "../domain/precision";
import { formatNumber, type Key, languageName, t } from "../i18n";
import { facetWord, nearText } from "../i18n/words";
import { clearFilters, setBox, setNear, setWords, toggleFilter } from "../state/actions";
import { outdated } from "../state/atlas";
import { settledFronts } from "../state/breakdown";
import { facetValues } from "../state/facets";
import { filtered } from "../state/large";
import { dataset, drawing, filters, filtersOpen, mapBox, words } from "../state/store";
import { articlesWithWords } from "../state/words";
import { boxIcon, closeIcon, filterIcon } from "../ui/icons";

const headings: Record<Facet, Key> = {
  source: "filterSource",
  language: "filterLanguage",
  kind: "filterKind",
  role: "filterRole",
  precision: "filterPrecision",
  confidence: "filterConfidence",
};

/** What a value of a facet is called. */
function valueName(facet: Facet, value: string): string {
  if (facet === "source") return value || t("noSource");
  if (facet === "language") return (value && languageName(value)) || t("filterNoLanguage");
  return facetWord(facet, value);
}

/** The line of chips, and the button that opens the list. */
export function filterLine(): TemplateResult {
  const chips = activeChips();
  return html`<div class="filters">
    <button class="chip filter-button" type="button" aria-expanded=${filtersOpen.value} aria-controls="filter-list" @click=${() => {
      filtersOpen.value = !filtersOpen.value;
    }}>${filterIcon}${t("filter")}</button>
    ${chips}
    ${chips.length > 1 ? html`<button class="chip filter-clear" type="button" @click=${clearAll}>${t("filterClear")}</button>` : nothing}
    ${articlesWithWords.value.state === "failed" ? html`<span class="note" role="alert">${t("filterFailed")}</span>` : nothing}
    ${filtered.value.state === "failed" || outdated.value ? html`<span class="note" role="alert">${t("listFailed")}</span>` : nothing}
  </div>`;
}

/** What can be chosen, where that is open. */
export const filterList = () =>
  html`<div id="filter-list" ?hidden=${!filtersOpen.value}>${filtersOpen.value ? choices() : nothing}</div>`;

/** The chips alone, for panels that show what the filters left. */
export function filterChips(): TemplateResult | typeof nothing {
  const chips = activeChips();
  return chips.length ? html`<div class="filters">${chips}</div>` : nothing;
}

function clearAll() {
  if (words.value) setWords("");
  clearFilters();
}

const chip = (name: string, remove: () => void) =>
  html`<button class="chip filter-chip" type="button" aria-label=${t("filterRemove", { name })} @click=${remove}>${name}${closeIcon}</button>`;

const activeChips = () => active().map(([name, remove]) => chip(name, remove));

/** What is filtered by, in words. */
export const filterNames = () => active().map(([name]) => name);

function active(): [name: string, remove: () => void][] {
  const out: [string, () => void][] = [];
  if (words.value) out.push([t("filterWords", { words: words.value }), () => setWords("")]);
  for (const facet of facets)
    for (const value of filters.value[facet]) out.push([valueName(facet, value), () => toggleFilter(facet, value)]);
  if (filters.value.box) out.push([t("filterBox"), () => setBox(null)]);
  if (filters.value.near) out.push([nearText(filters.value.near), () => setNear(null)]);
  return out;
}

function choices(): TemplateResult {
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
