// Why a mention is where it is: what it was taken for, how sure that is, the reasons, and what else it could have been.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Candidate, Document, DocumentMention } from "../api/types";
import { precisionCode } from "../domain/precision";
import { lang, t } from "../i18n";
import { confidenceLong, kindText, precisionWord, reasonText, roleText } from "../i18n/words";
import { leaveMention } from "../state/actions";
import { placeName } from "../state/derive";
import { at, dataset, pin } from "../state/store";
import { closeIcon, pinIcon } from "../ui/icons";

export type Go = (to: { lat: number; lon: number; zoom: number }) => void;

/** The card of the mention that is chosen in the open article. */
export function whyCard(doc: Document, go: Go): TemplateResult | typeof nothing {
  const m = doc.mentions.find((mention) => mention.start === at.value);
  if (!m) return nothing;
  return html`<aside class="why" aria-labelledby="why-title">
    <header>
      <h3 id="why-title"><bdi lang=${doc.lang || nothing}>${m.phrase}</bdi>${meaning(m)}</h3>
      <button class="icon-button" type="button" aria-label=${t("close")} @click=${leave}>${closeIcon}</button>
    </header>
    <p>${words(m)}</p>
    ${m.reason ? html`<p class="why-reason">${t("whyReason")}: ${reasons(m.reason)}</p>` : nothing}
    ${candidates(m, go)}
  </aside>`;
}

const nameOf = (id: string, name: string) => {
  const row = dataset.value?.places.row.get(id);
  return row === undefined ? name : placeName(row);
};

/** What the name was taken for; nothing where that is called the same. */
const meaning = (m: DocumentMention) =>
  m.place && m.name && nameOf(m.place, m.name) === m.phrase
    ? nothing
    : m.place && m.name
      ? html`<span class="why-is flip" aria-hidden="true">→</span><bdi>${nameOf(m.place, m.name)}</bdi>`
      : html` – ${t("markNowhere")}`;

function words(m: DocumentMention) {
  const parts = [m.place ? precisionWord(precisionCode(m.precision)) : "", roleText(m.role)].filter(Boolean);
  return [...parts, confidenceLong(m.confidence)].join(" · ");
}

const reasons = (reason: string) =>
  reason
    .split("; ")
    .map((part, i) => html`${i ? (lang.value === "ar" ? "؛ " : "; ") : ""}<bdi>${reasonText(part)}</bdi>`);

function candidates(m: DocumentMention, go: Go) {
  if (m.candidates.length === 0) return nothing;
  return html`<p class="why-label" id="why-candidates">${t("whyCandidates", { n: m.candidates.length })}</p>
    <ul aria-labelledby="why-candidates">
      ${m.candidates.map((c) => candidate(c, c.place === m.place, go))}
    </ul>`;
}

function candidate(c: Candidate, chosen: boolean, go: Go) {
  const name = nameOf(c.place, c.name);
  const show = () => {
    pin.value = { lat: c.lat, lon: c.lon, name };
  };
  return html`<li>
    <button
      class="why-candidate"
      type="button"
      @mouseenter=${show}
      @focus=${show}
      @mouseleave=${unpin}
      @blur=${unpin}
      @click=${() => {
        show();
        go({ lat: c.lat, lon: c.lon, zoom: c.kind.startsWith("A.PCL") ? 5 : c.kind.startsWith("A.") ? 8 : 9 });
      }}
    >
      ${pinIcon}<span><bdi>${name}</bdi> <span class="row-detail">${kindText(c.kind)}</span></span>
      ${chosen ? html`<span class="tag">${t("whyChosen")}</span>` : nothing}
    </button>
  </li>`;
}

function leave() {
  leaveMention();
  document.getElementById("panel-title")?.focus();
}

function unpin() {
  pin.value = null;
}
