// What stands above the map on paper: the time, the filters, how much there is, and where it came from.

import { html, nothing } from "lit-html";
import { t } from "../i18n";
import { filterNames } from "../read/filters";
import { articlesInView } from "../state/articles";
import { sums } from "../state/breakdown";
import { dataset, printing } from "../state/store";
import { rangeText } from "../time/head";
import { address } from "../url/codec";

export function paper() {
  if (!printing.value || !dataset.value) return html``;
  const names = filterNames();
  const s = sums.value;
  const counts = {
    mentions: t("nMentions", { n: s.view }),
    places: t("nPlaces", { n: s.places }),
    articles: t("nArticles", { n: articlesInView.value.total }),
  };
  return html`<div class="paper">
    <p class="paper-title">${t("paperTitle")} · ${rangeText()}</p>
    <p>${t("countsView", counts)}${names.length ? html` · ${t("filter")}: ${names.join(" · ")}` : nothing}</p>
    <p class="paper-from" dir="ltr">${new URL(address({ embed: false }), document.baseURI).href}</p>
  </div>`;
}
