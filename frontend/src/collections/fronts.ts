// Lines and areas: their reading and sentences.

import { html, nothing, type TemplateResult } from "lit-html";
import { frontStyle } from "../domain/fronts";
import { t } from "../i18n";
import { frontKind } from "../i18n/words";
import { filterChips } from "../read/filters";
import { panelHead } from "../read/head";
import { sentenceList } from "../read/sentence";
import { byArticle, frontSentences } from "../read/sentences";
import { listedFronts, settledFronts } from "../state/breakdown";
import { frontCounts, frontTitle, keepFront } from "../state/derive";
import { dataset, dateBy, frontsLeft, settledRange } from "../state/store";
import { zoomIcon } from "../ui/icons";
import type { Collection } from "./collection";

const group = (row: number) => dataset.value!.fronts[row];

export const fronts: Collection = {
  name: "fronts",
  tab: "tabFronts",
  listed: () => listedFronts.value,
  count: (row) => settledFronts.value[row],
  note: () => (frontsLeft.value ? t("frontsLeft", { n: frontsLeft.value }) : ""),
  item(row) {
    const { kind, uncertainty } = group(row);
    const style = frontStyle(kind);
    const off = uncertainty ? ` · ${t("offBy", { n: Math.round(uncertainty) })}` : "";
    return { sign: style === "area" ? "zone" : style, name: frontTitle(row), detail: frontKind(kind) + off };
  },
  panel,
  gone: "frontGone",
  tip: (row) => html`<strong><bdi>${frontTitle(row)}</bdi></strong>
    <span>${frontKind(group(row).kind)} · ${t("nSentences", { n: frontCounts.value[row] ?? 0 })}</span>`,
};

function panel(row: number, zoom: () => void): TemplateResult {
  const { anchors, id, items, kind, uncertainty } = group(row);
  const list = byArticle(frontSentences(group(row), settledRange.value, keepFront(group(row)), dateBy.value));
  const title = frontTitle(row);
  const { reading } = items[0];
  return html`
    ${panelHead(frontKind(kind), html`<bdi class="sentence-case">${title}</bdi>`, drawnFrom(anchors))}
    <div class="panel-body">
      <p class="count-line">
        <span>${list.length ? t("nSentences", { n: list.length }) : t("placeNone")}</span>
        <button class="chip" type="button" @click=${zoom}>${zoomIcon}${t("zoomTo")}</button>
      </p>
      ${filterChips()}
      <p class="meta note">
        ${reading && reading !== title ? html`<bdi class="sentence-case" lang="en">${reading}</bdi><span class="dot" aria-hidden="true"></span>` : nothing}
        ${uncertainty ? html`<span>${t("offBy", { n: Math.round(uncertainty) })}</span>` : nothing}
      </p>
      ${sentenceList(`front ${id}`, list)}
    </div>
  `;
}

function drawnFrom(anchors: string[]) {
  if (anchors.length === 0) return nothing;
  return html`<p class="spelled">
    ${t("drawnFrom")}: ${anchors.map((a, i) => html`${i ? html`<span aria-hidden="true"> · </span>` : nothing}<bdi>${a}</bdi>`)}
  </p>`;
}
