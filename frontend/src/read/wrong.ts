// "Wrong?" below a mention, a line or area, or an event: the form is loaded on demand.

import { html, nothing, type TemplateResult } from "lit-html";
import { isPublished } from "../api/get";
import type { Document, DocumentFront, DocumentMention, IncidentProperties } from "../api/types";
import { t } from "../i18n";
import { failure, found, sending, toggleWrong, type Wrong, wrong } from "../state/correct";
import { lazily } from "../state/lazily";
import { session, token, wantSession } from "../state/session";
import { embed, picking } from "../state/store";

const mentionId = (doc: Document, m: DocumentMention) => m.id ?? `${doc.id}-${m.start}-${m.end}`;
const frontId = (doc: Document, f: DocumentFront) => `${doc.id}-${f.start}-${f.end}`;

const forms = lazily(() => import("./wrongform"));

export const wrongMention = (doc: Document, m: DocumentMention) =>
  offered("mention", mentionId(doc, m), m.phrase, (w) => forms()?.mentionForm(doc, m, w));

export const wrongFront = (doc: Document, f: DocumentFront) =>
  offered("front", frontId(doc, f), f.phrase, (w) => forms()?.frontForm(f, w));

/** For an incident, the report quoted on its card. */
export const wrongEvent = (incident: IncidentProperties) =>
  offered("event", incident.events.split(" ")[0], incident.sentence ?? "", (w) => forms()?.eventForm(incident, w));

/** Makes a list re-render when a form in it changes: its items are rendered where no signal is tracked. */
export function watchForms() {
  const open = wrong.value && forms();
  return [open, session.value, found.value, failure.value, sending.value, token.value, picking.value];
}

type Form = TemplateResult | undefined;

/** The button, and below it the form. */
function offered(of: Wrong["of"], id: string, phrase: string, form: (w: Wrong) => Form) {
  if (isPublished() || embed.value) return nothing; // a framed page changes nothing
  wantSession();
  if (!session.value?.tokens) return nothing;
  const w = wrong.value;
  const open = w?.feature === id && w.of === of;
  return html`<p class="wrong-line">
      <button class="chip" type="button" aria-expanded=${open} @click=${() => toggleWrong(of, id, phrase)}>${t("wrong")}</button>
    </p>
    ${open ? (form(w) ?? nothing) : nothing}`;
}
