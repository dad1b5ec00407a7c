// A place that was chosen: what it is, and what was written about it.

import { html, nothing, type TemplateResult } from "lit-html";
import { scriptOf } from "../domain/names";
import { isArea } from "../domain/precision";
import { t } from "../i18n";
import { precisionWord } from "../i18n/words";
import { settledCounts } from "../state/breakdown";
import { chosen, passes, placeName } from "../state/derive";
import { ofPlace } from "../state/large";
import { dataset, dateBy, settledRange } from "../state/store";
import { bones } from "../ui/bones";
import { zoomIcon } from "../ui/icons";
import { filterChips } from "./filters";
import { panelHead } from "./head";
import { portion } from "./more";
import { sentenceItem, sentenceKey } from "./sentence";
import { placeSentences, type Sentence, sentencesOf } from "./sentences";

export function placePanel(zoom: () => void): TemplateResult {
  const data = dataset.value!;
  const target = chosen.value;
  if (target?.kind !== "place") return html`${panelHead(t("place"), t("place"))}<p class="note">${t("placeGone")}</p>`;
  const row = target.index;
  const code = data.places.precision[row];
  const name = placeName(row);
  const { sentences, total, waiting } = data.sums ? served(row) : read(row);
  return html`
    ${panelHead(precisionWord(code), html`<bdi>${name}</bdi>`, spelled(row, name))}
    <div class="panel-body" aria-busy=${waiting}>
      <p class="count-line">
        <span>${countOf(row, sentences)}</span>
        <button class="chip" type="button" @click=${zoom}>${zoomIcon}${t("zoomTo")}</button>
      </p>
      ${filterChips()} ${isArea(code) ? html`<p class="note">${t("placeArea")}</p>` : nothing}
      ${waiting && sentences.length === 0 ? bones() : portion(`place ${data.places.id[row]}`, sentences, sentenceKey, sentenceItem, total)}
    </div>
  `;
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
