// A line or area that was chosen: how it was read, and where it stands.

import { html, nothing, type TemplateResult } from "lit-html";
import { t } from "../i18n";
import { frontKind } from "../i18n/words";
import { chosen, keepFront } from "../state/derive";
import { dataset, settledRange } from "../state/store";
import { zoomIcon } from "../ui/icons";
import { filterChips } from "./filters";
import { panelHead } from "./head";
import { portion } from "./more";
import { sentenceItem, sentenceKey } from "./sentence";
import { frontSentences } from "./sentences";

export function frontPanel(zoom: () => void): TemplateResult {
  const data = dataset.value!;
  const target = chosen.value;
  if (target?.kind !== "front") return html`${panelHead(t("front"), t("front"))}<p class="note">${t("frontGone")}</p>`;
  const group = data.fronts[target.index];
  const list = frontSentences(group, settledRange.value, keepFront(group));
  const first = group.items[0];
  return html`
    ${panelHead(frontKind(group.kind), html`<bdi>${first.phrase}</bdi>`, drawnFrom(group.anchors))}
    <div class="panel-body">
      <p class="count-line">
        <span>${list.length ? t("nSentences", { n: list.length }) : t("placeNone")}</span>
        <button class="chip" type="button" @click=${zoom}>${zoomIcon}${t("zoomTo")}</button>
      </p>
      ${filterChips()}
      <p class="note">
        ${first.reading ? html`<bdi lang="en">${first.reading}</bdi>` : nothing}${
          group.uncertainty
            ? html`${first.reading ? " · " : ""}${t("offBy", { n: Math.round(group.uncertainty) })}`
            : nothing
        }
      </p>
      ${portion(`front ${group.id}`, list, sentenceKey, sentenceItem)}
    </div>
  `;
}

function drawnFrom(anchors: string[]) {
  if (anchors.length === 0) return nothing;
  return html`<p class="spelled">
    ${t("drawnFrom")}: ${anchors.map((a, i) => html`${i ? html`<span aria-hidden="true"> · </span>` : nothing}<bdi>${a}</bdi>`)}
  </p>`;
}
