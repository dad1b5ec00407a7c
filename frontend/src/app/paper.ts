// The heading above the printed map: period, filters, counts, and origin.

import { html, nothing } from "lit-html";
import { t } from "../i18n";
import { dataset, printing } from "../state/store";
import { address } from "../url/codec";
import { pictureFacts, pictureTitle } from "./title";

export function paper() {
  if (!printing.value || !dataset.value) return html``;
  const [time, counts, ...names] = pictureFacts();
  return html`<div class="paper">
    <p class="paper-title">${pictureTitle()} · ${time}</p>
    <p>${counts}${names.length ? html` · ${t("filter")}: ${names.join(" · ")}` : nothing}</p>
    <p class="paper-from" dir="ltr">${new URL(address({ embed: false }), document.baseURI).href}</p>
  </div>`;
}
