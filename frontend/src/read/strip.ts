// The events reported at a place: a sign for each incident, by time. Loaded with the first
// place.

import { html, nothing } from "lit-html";
import type { IncidentFeature } from "../api/types";
import { parseDay } from "../domain/days";
import { startIn } from "../domain/featureid";
import { t } from "../i18n";
import { eventWord, statusWord, tev } from "../i18n/events";
import { openArticle } from "../state/actions";
import { placeIncidents } from "../state/events";
import { dataset, settledRange } from "../state/store";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import { eventSign } from "./eventsign";

/** Columns of the strip, equal parts of the timeline's period. */
const COLUMNS = 12;
/** The maximum number of signs in a column; the rest is counted. */
const HIGH = 5;

/** Nothing if no incident is known. */
export function eventStrip(place: string) {
  const { value } = placeIncidents.value;
  if (!value || value.place !== place || value.list.length === 0) return nothing;
  return html`<section class="strip" aria-label=${tev("stripTitle")}>
    <p class="dossier-line"><span class="dossier-label">${tev("stripTitle")}</span><span class="dossier-values">${tev("nIncidents", { n: value.list.length + value.left })}</span></p>
    <div class="strip-columns">${columns(value.list).map(column)}</div>
  </section>`;
}

function columns(list: readonly IncidentFeature[]): IncidentFeature[][] {
  const { first, last } = dataset.value!;
  const { from, to } = settledRange.value ?? { from: first, to: last };
  const all: IncidentFeature[][] = Array.from({ length: COLUMNS }, () => []);
  for (const f of list.toReversed()) {
    const part = (parseDay(f.properties.date) - from) / Math.max(1, to - from + 1);
    all[Math.min(COLUMNS - 1, Math.max(0, Math.floor(part * COLUMNS)))].push(f);
  }
  return all;
}

const column = (list: IncidentFeature[]) =>
  html`<ul>
    ${list.length > HIGH ? html`<li class="note">+${list.length - HIGH}</li>` : nothing} ${list.slice(0, HIGH).map(mark)}
  </ul>`;

/** A sign that links to the sentence of the earliest report. */
function mark({ id, properties: p }: IncidentFeature) {
  const says = `${eventWord(p.type)} · ${p.date ?? t("noDate")} · ${statusWord(p.status)}`;
  const at = startIn(id);
  return html`<li>
    <a href=${address({ article: p.first_article, at })} title=${says} aria-label=${says} @click=${(e: MouseEvent) => stays(e) && openArticle(p.first_article, at)}>${eventSign(p.type)}</a>
  </li>`;
}
