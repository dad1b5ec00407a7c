// A place that was chosen: what it is, and what was written about it.

import { html, nothing, type TemplateResult } from "lit-html";
import { scriptOf } from "../data/names";
import { isArea } from "../data/precision";
import { t } from "../i18n";
import { chosen, passes, placeName } from "../state/derive";
import { dataset, range } from "../state/store";
import { zoomIcon } from "../ui/icons";
import { filterChips } from "./filters";
import { panelHead } from "./head";
import { portion } from "./more";
import { sentenceItem } from "./sentence";
import { placeSentences } from "./sentences";
import { precisionWord } from "./words";

export function placePanel(zoom: () => void): TemplateResult {
  const data = dataset.value!;
  const target = chosen.value;
  if (target?.kind !== "place") return html`${panelHead(t("place"), t("place"))}<p class="note">${t("placeGone")}</p>`;
  const row = target.index;
  const code = data.places.precision[row];
  const name = placeName(row);
  const list = placeSentences(data, row, range.value, passes);
  const mentions = list.reduce((sum, s) => sum + s.mentions, 0);
  const articles = new Set(list.map((s) => s.article)).size;
  return html`
    ${panelHead(precisionWord(code), html`<bdi>${name}</bdi>`, spelled(row, name))}
    <div class="panel-body">
      <p class="count-line">
        <span>${
          mentions
            ? t("placeCount", { mentions: t("nMentions", { n: mentions }), articles: t("nArticles", { n: articles }) })
            : t("placeNone")
        }</span>
        <button class="chip" type="button" @click=${zoom}>${zoomIcon}${t("zoomTo")}</button>
      </p>
      ${filterChips()} ${isArea(code) ? html`<p class="note">${t("placeArea")}</p>` : nothing}
      ${portion(`place ${row}`, list, sentenceItem)}
    </div>
  `;
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
