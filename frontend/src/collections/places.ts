// Places: their kind and sentences.

import { html, nothing, type TemplateResult } from "lit-html";
import { type Near, radii } from "../domain/near";
import { isArea } from "../domain/precision";
import { formatNumber, t } from "../i18n";
import { precisionWord } from "../i18n/words";
import { filterChips } from "../read/filters";
import { panelHead } from "../read/head";
import { sentenceList } from "../read/sentence";
import { byArticle, placeSentences, type Sentence, sentencesOf } from "../read/sentences";
import { setNear, toggle } from "../state/actions";
import { listedPlaces, settledCounts } from "../state/breakdown";
import { counts, leftOutByRole, passes, placeName } from "../state/derive";
import { ofPlace } from "../state/large";
import { lazily } from "../state/lazily";
import { dataset, dateBy, filters, settledRange } from "../state/store";
import { bones } from "../ui/bones";
import { zoomIcon } from "../ui/icons";
import type { Collection } from "./collection";
import { dossier, dossierHead } from "./dossier";

const strip = lazily(() => import("../read/strip"));

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
    ${panelHead(precisionWord(code), html`<bdi>${name}</bdi>`, dossierHead(row, name))}
    <div class="panel-body" aria-busy=${waiting}>
      <p class="count-line">
        <span>${countOf(row, sentences)}</span>
        <button class="chip" type="button" @click=${zoom}>${zoomIcon}${t("zoomTo")}</button>
      </p>
      ${dossier(row, sentences)} ${strip()?.eventStrip(data.places.id[row])} ${isArea(code) ? nothing : around(row)} ${filterChips()} ${secondaryNote(row)} ${isArea(code) ? html`<p class="note">${t("placeArea")}</p>` : nothing}
      ${waiting && sentences.length === 0 ? bones() : sentenceList(`place ${data.places.id[row]}`, sentences, total)}
    </div>
  `;
}

/** A choice of radius for what is near it. */
function around(row: number) {
  const { lat, lon } = dataset.value!.places;
  const near = (km: number): Near => ({ lat: lat[row], lon: lon[row], km, name: placeName(row) });
  return html`<p class="dossier-line around" role="group" aria-label=${t("nearHow")}>
    <span class="dossier-label">${t("findNearGroup")}</span>
    <span class="dossier-values">${radii.map((km) => html`<button class="chip" type="button" @click=${() => setNear(near(km))}>${formatNumber(km)} ${t("km")}</button>`)}</span>
  </p>`;
}

/** A note on mentions in excluded roles, and how to include them. */
function secondaryNote(row: number) {
  const n = filters.value.allRoles || filters.value.role.length ? 0 : leftOutByRole(row, settledRange.value);
  if (n === 0) return nothing;
  return html`<p class="note">${t("placeSecondary", { n })} <button class="link" type="button" @click=${() => toggle("allRoles")}>${t("placeShowSecondary")}</button></p>`;
}

/** The sentences that were read. */
function read(row: number) {
  const sentences = byArticle(placeSentences(dataset.value!, row, settledRange.value, passes, dateBy.value));
  return { sentences, total: sentences.length, waiting: false };
}

/** The newest sentences from the server; their number is unknown until all are read. */
function served(row: number) {
  const { value, state } = ofPlace.value;
  const mentions = value?.place === dataset.value!.places.id[row] ? value.mentions : [];
  const sentences = byArticle(sentencesOf(mentions, dateBy.value));
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
