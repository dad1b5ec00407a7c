// The explanation of a mention: its place, confidence, reasons, and alternatives.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Anchor, Candidate, Document, DocumentMention } from "../api/types";
import { datingCode, datingOf } from "../domain/dating";
import { parseDay } from "../domain/days";
import { precisionCode } from "../domain/precision";
import type { Pin } from "../domain/target";
import { lang, t } from "../i18n";
import { confidenceLong, kindText, precisionWord, reasonText, roleText } from "../i18n/words";
import { leaveMention } from "../state/actions";
import { stopWrong } from "../state/correct";
import { placeName } from "../state/derive";
import { at, dataset, pin, selected } from "../state/store";
import { closeIcon, pinIcon } from "../ui/icons";
import { correctedNote } from "./corrected";
import { day } from "./sentence";
import { frontReasons } from "./whyfront";
import { wrongFront, wrongMention } from "./wrong";

export type Go = (to: { lat: number; lon: number; zoom: number }) => void;

/** The card of the mention chosen in the open article. */
export function whyCard(doc: Document, go: Go): TemplateResult | typeof nothing {
  const ofFront = selected.value?.collection === "fronts";
  const front = ofFront && doc.fronts.find((f) => f.start === at.value);
  if (front)
    return card(
      doc,
      front.phrase,
      nothing,
      html`${frontReasons(front, (a) => anchor(a, go))} ${correctedNote(front.corrected, front.corrected?.original.kind ?? "")} ${wrongFront(doc, front)}`,
    );
  const m = doc.mentions.find((mention) => mention.start === at.value);
  if (!m) return nothing;
  const reason =
    m.reason && !m.corrected ? html`<p class="why-reason">${t("whyReason")}: ${reasons(m.reason)}</p>` : nothing;
  return card(
    doc,
    m.phrase,
    meaning(m),
    html`<p>${words(m)}</p>${dated(m)} ${correctedNote(m.corrected, m.corrected?.original.name ?? (m.corrected && !m.corrected.original.place ? t("markNowhere") : ""))} ${reason} ${candidates(m, go)}
      ${wrongMention(doc, m)}`,
  );
}

const card = (doc: Document, phrase: string, is: unknown, body: TemplateResult) =>
  html`<aside class="why" aria-labelledby="why-title">
    <header>
      <h3 id="why-title"><bdi lang=${doc.lang || nothing}>${phrase}</bdi>${is}</h3>
      <button class="icon-button" type="button" aria-label=${t("close")} @click=${leave}>${closeIcon}</button>
    </header>
    ${body}
  </aside>`;

/** The event's day, if known, and whether it is only the article's. */
const dated = (m: DocumentMention) =>
  m.date
    ? html`<p class="meta">${day(parseDay(m.date), datingOf(datingCode(m.date_precision, m.date_from)))}</p>`
    : nothing;

function anchor({ place, name, lat, lon }: Anchor, go: Go) {
  const shown = place ? nameOf(place, name) : name;
  return option(shown, nothing, { lat, lon, name: shown }, () => go({ lat, lon, zoom: 9 }));
}

const nameOf = (id: string, name: string) => {
  const row = dataset.value?.places.row.get(id);
  return row === undefined ? name : placeName(row);
};

/** The name of the place; nothing if it is the phrase itself. */
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
  const zoom = c.kind.startsWith("A.PCL") ? 5 : c.kind.startsWith("A.") ? 8 : 9;
  const detail = html`<span class="row-detail">${kindText(c.kind)}</span>`;
  const tag = chosen ? html`<span class="tag">${t("whyChosen")}</span>` : nothing;
  return option(name, detail, { lat: c.lat, lon: c.lon, name }, () => go({ lat: c.lat, lon: c.lon, zoom }), tag);
}

/** A place that is highlighted on the map while pointed at, and shown when chosen. */
function option(name: string, detail: unknown, to: Pin, choose: () => void, tag: unknown = nothing) {
  const show = () => {
    pin.value = to;
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
        choose();
      }}
    >
      ${pinIcon}<span><bdi>${name}</bdi> ${detail}</span>
      ${tag}
    </button>
  </li>`;
}

function leave() {
  stopWrong();
  leaveMention();
  document.getElementById("panel-title")?.focus();
}

function unpin() {
  pin.value = null;
}
