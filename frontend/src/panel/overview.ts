// The panel when nothing is open: the counts, the choice of a list, and the list.

import { html, nothing, type TemplateResult } from "lit-html";
import { collections } from "../collections/registry";
import { isFiltered } from "../domain/filters";
import { collectionNames, type ListName } from "../domain/target";
import { direction, formatNumber, formatShort, type Key, t } from "../i18n";
import { countsInView } from "../read/counts";
import { filterLine, filterList } from "../read/filters";
import type { Go } from "../read/why";
import { clearFilters, raise, setEverywhere, setRange, setWords, showList } from "../state/actions";
import { type ArticleList, articlesInTime, articlesInView } from "../state/articles";
import { sums } from "../state/breakdown";
import { changes } from "../state/compare";
import { divisions } from "../state/divisions";
import { lazily } from "../state/lazily";
import { everywhere, filters, list, settledRange, words } from "../state/store";
import { articlesWithWords } from "../state/words";
import { bones } from "../ui/bones";
import { changeList } from "./changes";
import { articleList, featureList } from "./lists";

const tabs: readonly ListName[] = ["articles", ...collectionNames, "events", "divisions"];

const eventPart = lazily(() => import("./events"));
const divisionPart = lazily(() => import("./divisions"));

export function overview(fitAll: () => void, goTo: Go): TemplateResult {
  const articles = everywhere.value ? articlesInTime.value : articlesInView.value;
  const shown = list.value;
  return html`
    <h2 class="vh">${t("panel")}</h2>
    <div class="panel-top">
      <div class="tabs" role="tablist" aria-label=${t("panel")} @keydown=${arrows}>
        ${tab("articles", "tabArticles", articles.total ?? "…")}
        ${collectionNames.map((name) => tab(name, collections[name].tab, collections[name].listed().length))}
        ${tab("events", "tabEvents")}
        ${tab("divisions", "tabDivisions", divisions.value.length)}
      </div>
    </div>
    <div class="panel-body" role="tabpanel" id="tabpanel" aria-labelledby="tab-${shown}" aria-busy=${shown === "articles" && articles.waiting} tabindex="-1">
      ${shown === "events" ? nothing : html`<div class="panel-tools">${filterLine()} ${shown === "divisions" ? nothing : scope()}</div>`}
      ${shown === "events" ? nothing : html`${filterList()} ${breakdown()}`}
      ${shownList(shown, articles, fitAll, goTo)}
    </div>
  `;
}

function shownList(shown: ListName, articles: ArticleList, fitAll: () => void, goTo: Go) {
  if (shown === "divisions") return divisionPart()?.divisionList(goTo) ?? bones();
  if (shown === "events") return eventPart()?.eventList(goTo) ?? bones();
  if (shown === "articles") {
    const none = articles.total === 0 && !articles.waiting && !articles.failed;
    return none ? emptyState(fitAll) : articleList(articles);
  }
  if (collections[shown].listed().length === 0) return emptyState(fitAll);
  return shown === "places" && changes.value ? changeList(changes.value) : featureList(collections[shown]);
}

function tab(name: ListName, key: Key, n?: number | "…") {
  const on = list.value === name;
  return html`<button
    class="tab"
    type="button"
    role="tab"
    id="tab-${name}"
    aria-selected=${on}
    aria-controls="tabpanel"
    tabindex=${on ? 0 : -1}
    @click=${() => {
      if (!on) showList(name);
      raise();
    }}
  >
    <span class="tab-name" data-name=${t(key)}>${t(key)}</span> ${n === undefined ? nothing : html`<span class="tab-count">${n === "…" ? n : formatShort(n)}</span>`}
  </button>`;
}

function arrows(event: KeyboardEvent) {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  event.preventDefault();
  const along = (event.key === "ArrowRight") === (direction.value === "ltr") ? 1 : -1;
  const to = tabs[(tabs.indexOf(list.value) + along + tabs.length) % tabs.length];
  showList(to);
  requestAnimationFrame(() => document.getElementById(`tab-${to}`)?.focus());
}

function scope() {
  const radio = (value: boolean, key: Key) => html`<label class="segment">
    <input type="radio" name="scope" .checked=${everywhere.value === value} @change=${() => setEverywhere(value)} />
    <span>${t(key)}</span>
  </label>`;
  return html`<fieldset class="segments">
    <legend class="vh">${t("scope")}</legend>
    ${radio(false, "scopeView")} ${radio(true, "scopeAll")}
  </fieldset>`;
}

/** The breakdown of the counts, collapsible. */
function breakdown() {
  const s = sums.value;
  const line = (key: Key, n: number, total = false) =>
    html`<tr class=${total ? "total" : nothing}><th scope="row">${t(key)}</th><td>${formatNumber(n)}</td></tr>`;
  return html`<details class="ledger">
    <summary><span>${countsInView()}</span></summary>
    <table>
      <caption class="vh">${t("sum")}</caption>
      <tbody>
        ${line("sumView", s.view)} ${line("sumElsewhere", s.elsewhere)} ${s.nowhere ? line("sumNowhere", s.nowhere) : nothing}
        ${settledRange.value || s.filtered ? line("sumTotal", s.time, true) : nothing}
        ${settledRange.value ? html`${line("sumOutside", s.outside)} ${s.undated ? line("sumUndated", s.undated) : nothing}` : nothing}
        ${s.filtered ? line("sumFiltered", s.filtered) : nothing}
        ${line("sumAll", s.all, true)}
      </tbody>
    </table>
  </details>`;
}

/** Whether no article at all contains the words. */
const missing = () => words.value !== "" && articlesWithWords.value.value?.size === 0;

function emptyState(fitAll: () => void) {
  return html`<div class="empty">
    <h3>${t("noneTitle")}</h3>
    <p>${missing() ? t("noneWordsText", { words: words.value }) : t(everywhere.value ? "noneTimeText" : "noneText")}</p>
    <p class="empty-actions">
      ${everywhere.value ? nothing : html`<button class="button" type="button" @click=${fitAll}>${t("noneAction")}</button>`}
      ${settledRange.value ? html`<button class="button" type="button" @click=${() => setRange(null)}>${t("noneTime")}</button>` : nothing}
      ${isFiltered(filters.value) ? html`<button class="button" type="button" @click=${clearFilters}>${t("noneFilters")}</button>` : nothing}
      ${words.value ? html`<button class="button" type="button" @click=${() => setWords("")}>${t("noneWords")}</button>` : nothing}
    </p>
  </div>`;
}
