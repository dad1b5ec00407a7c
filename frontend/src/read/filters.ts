// The filters: a chip for each active one, and the button that opens the choices.

import { html, nothing, type TemplateResult } from "lit-html";
import { type Facet, facets } from "../domain/filters";
import { outlets } from "../domain/outlet";
import { languageName, t } from "../i18n";
import { facetWord, nearText, sourceName } from "../i18n/words";
import { clearFilters, setBox, setNear, setWords, toggle, toggleFilter } from "../state/actions";
import { outdated } from "../state/atlas";
import { hasSecondary } from "../state/derive";
import { filtered } from "../state/large";
import { lazily } from "../state/lazily";
import { dataset, filters, filtersOpen, words } from "../state/store";
import { articlesWithWords } from "../state/words";
import { closeIcon, filterIcon } from "../ui/icons";

/** The name of a facet's value. */
export function valueName(facet: Facet, value: string): string {
  if (facet === "source") return sourceName(value);
  if (facet === "language") return (value && languageName(value)) || t("filterNoLanguage");
  return facetWord(facet, value);
}

/** The values of a facet, with spellings of one outlet joined. */
const alike = (facet: Facet, values: readonly string[]): string[][] =>
  facet === "source" ? outlets(values.map((v) => [v, 0])).map((o) => o.sources) : values.map((v) => [v]);

/** The chips, and the button that opens the choices. */
export function filterLine(): TemplateResult {
  const chips = activeChips();
  return html`<div class="filters">
    <button class="chip filter-button" type="button" aria-expanded=${filtersOpen.value} aria-controls="filter-list" @click=${() => {
      filtersOpen.value = !filtersOpen.value;
    }}>${filterIcon}${t("filter")}</button>
    ${chips} ${allRoles()} ${eachOnce()}
    ${chips.length > 1 ? html`<button class="chip filter-clear" type="button" @click=${clearAll}>${t("filterClear")}</button>` : nothing}
    ${articlesWithWords.value.state === "failed" ? html`<span class="note" role="alert">${t("filterFailed")}</span>` : nothing}
    ${filtered.value.state === "failed" || outdated.value ? html`<span class="note" role="alert">${t("listFailed")}</span>` : nothing}
  </div>`;
}

/** Whether secondary roles count; an explicit choice of roles takes precedence. */
function allRoles() {
  const { role, allRoles: on } = filters.value;
  if (role.length > 0 || !hasSecondary.value) return nothing;
  return html`<button class="chip" type="button" aria-pressed=${on} @click=${() => toggle("allRoles")}>${t("filterAllRoles")}</button>`;
}

/** Whether each story counts once, if there may be copies. */
function eachOnce() {
  const data = dataset.value;
  if (!data?.sums && !data?.articles.some((a) => a.copy)) return nothing;
  return html`<button class="chip" type="button" aria-pressed=${filters.value.once} @click=${() => toggle("once")}>${t("filterOnce")}</button>`;
}

const choices = lazily(() => import("./choices"));

/** The choices, if open. */
export const filterList = () =>
  html`<div id="filter-list" ?hidden=${!filtersOpen.value}>${filtersOpen.value ? choices()?.choices() : nothing}</div>`;

/** The chips alone, for panels with the filtered content. */
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

/** The active filters, in words. */
export const filterNames = () => active().map(([name]) => name);

function active(): [name: string, remove: () => void][] {
  const out: [string, () => void][] = [];
  if (words.value) out.push([t("filterWords", { words: words.value }), () => setWords("")]);
  for (const facet of facets)
    for (const values of alike(facet, filters.value[facet]))
      out.push([valueName(facet, values[0]), () => toggleFilter(facet, ...values)]);
  if (filters.value.box) out.push([t("filterBox"), () => setBox(null)]);
  if (filters.value.near) out.push([nearText(filters.value.near), () => setNear(null)]);
  return out;
}
