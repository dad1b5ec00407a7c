// What stands above the map on paper: the time, the filters, how much there is, and where it came from.

import { html, nothing } from "lit-html";
import { t } from "../i18n";
import { countsInView } from "../read/counts";
import { filterNames } from "../read/filters";
import { dataset, printing } from "../state/store";
import { rangeText } from "../time/head";
import { address } from "../url/codec";
import { pictureTitle } from "./title";

export function paper() {
  if (!printing.value || !dataset.value) return html``;
  const names = filterNames();
  return html`<div class="paper">
    <p class="paper-title">${pictureTitle()} · ${rangeText()}</p>
    <p>${countsInView()}${names.length ? html` · ${t("filter")}: ${names.join(" · ")}` : nothing}</p>
    <p class="paper-from" dir="ltr">${new URL(address({ embed: false }), document.baseURI).href}</p>
  </div>`;
}
