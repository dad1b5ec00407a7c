// Places: what one is, and what was written about it.

import { html, nothing, type TemplateResult } from "lit-html";
import { scriptOf } from "../domain/names";
import { type Near, radii } from "../domain/near";
import { isArea } from "../domain/precision";
import { formatNumber, t } from "../i18n";
import { precisionWord } from "../i18n/words";
import { filterChips } from "../read/filters";
import { panelHead } from "../read/head";
import { portion } from "../read/more";
import { sentenceItem, sentenceKey } from "../read/sentence";
import { placeSentences, type Sentence, sentencesOf } from "../read/sentences";
import { setNear } from "../state/actions";
import { listedPlaces, settledCounts } from "../state/breakdown";
import { counts, passes, placeName } from "../state/derive";
import { ofPlace } from "../state/large";
import { dataset, dateBy, settledRange } from "../state/store";
import { bones } from "../ui/bones";
import { zoomIcon } from "../ui/icons";
import type { Collection } from "./collection";

const signs = ["site", "town", "area", "area", "area", "area"];

const precision = (row: number) => dataset.value!.places.precision[row];

export const places: Collection = {
  name: "places",
  tab: "tabPlaces",
  listed: () => listedPlaces.value,
  count: (row) => settledCounts.value[row],
  item: (row) => ({ sign: signs[precision(row)], name: placeName(row), detail: precisionWord(precision(row)) }),
  panel,
  gone: "placeGone",
  tip: (row) => html`<strong><bdi>${placeName(row)}</bdi></strong>
    <span>${precisionWord(precision(row))} · ${t("nMentions", { n: counts.value[row] ?? 0 })}</span>
    ${dataset.value!.places.confidence[row] < 0.5 ? html`<span>${t("legendUnsure")}</span>` : nothing}`,
};

function panel(row: number, zoom: () => void): TemplateResult {
  const data = dataset.value!;
  const code = precision(row);
  const name = placeName(row);
  const { sentences, total, waiting } = data.sums ? served(row) : read(row);
  return html`
    ${panelHead(precisionWord(code), html`<bdi>${name}</bdi>`, spelled(row, name))}
    <div class="panel-body" aria-busy=${waiting}>
      <p class="count-line">
        <span>${countOf(row, sentences)}</span>
        <button class="chip" type="button" @click=${zoom}>${zoomIcon}${t("zoomTo")}</button>
      </p>
      ${isArea(code) ? nothing : around(row)} ${filterChips()} ${isArea(code) ? html`<p class="note">${t("placeArea")}</p>` : nothing}
      ${waiting && sentences.length === 0 ? bones() : portion(`place ${data.places.id[row]}`, sentences, sentenceKey, sentenceItem, total)}
    </div>
  `;
}

/** What is mentioned around it: a radius to choose. */
function around(row: number) {
  const { lat, lon } = dataset.value!.places;
  const near = (km: number): Near => ({ lat: lat[row], lon: lon[row], km, name: placeName(row) });
  return html`<p class="around" role="group" aria-label=${t("nearHow")}>
    <span>${t("nearHow")}</span>
    ${radii.map((km) => html`<button class="chip" type="button" @click=${() => setNear(near(km))}>${formatNumber(km)} ${t("km")}</button>`)}
  </p>`;
}

/** The sentences of what was read. */
function read(row: number) {
  const sentences = placeSentences(dataset.value!, row, settledRange.value, passes);
  return { sentences, total: sentences.length, waiting: false };
}

/** The newest sentences, as the server sent them; how many there are is not known before all are there. */
function served(row: number) {
  const { value, state } = ofPlace.value;
  const mentions = value?.place === dataset.value!.places.id[row] ? value.mentions : [];
  const sentences = sentencesOf(mentions, dateBy.value);
  const left = Math.max(0, settledCounts.value[row] - mentions.length);
  return { sentences, total: sentences.length + left, waiting: state === "asking" };
}

function countOf(row: number, sentences: Sentence[]) {
  const n = settledCounts.value[row];
  if (n === 0) return t("placeNone");
  const mentions = t("nMentions", { n });
  if (dataset.value!.sums) return mentions;
  const articles = t("nArticles", { n: new Set(sentences.map((s) => s.article)).size });
  return t("placeCount", { mentions, articles });
}

/** Other spellings that the articles use. */
function spelled(row: number, name: string) {
  const others = dataset
    .value!.places.spellings[row].all()
    .filter((s) => s !== name)
    .slice(0, 6);
  if (others.length === 0) return nothing;
  return html`<p class="spelled">
    ${t("spelled")}:
    ${others.map((s, i) => html`${i ? html`<span aria-hidden="true"> · </span>` : nothing}<bdi lang=${scriptOf(s) === "arabic" ? "ar" : "en"}>${s}</bdi>`)}
  </p>`;
}
