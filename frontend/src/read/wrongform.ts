// The form of "Wrong?": the correction of a mention, a line or area, or an event.

import { html, nothing, type TemplateResult } from "lit-html";
import { search } from "../api/search";
import type { Document, DocumentFront, DocumentMention, IncidentProperties } from "../api/types";
import { eventTypes } from "../domain/events";
import { lang } from "../i18n";
import { te } from "../i18n/edit";
import { type EventKey, eventWord, statusWord, tev } from "../i18n/events";
import { frontKind, kindText, roleText } from "../i18n/words";
import {
  change,
  failure,
  found,
  isComplete,
  type Meant,
  pickPoint,
  pinOf,
  save,
  sending,
  setMeant,
  stopWrong,
  type Wrong,
  wrong,
} from "../state/correct";
import { picking, pin } from "../state/store";
import { pinIcon } from "../ui/icons";
import { failed, tokenField } from "./token";

/** The possible kinds of lines and areas. */
const kinds = ["axis", "road", "line of contact", "pocket", "border", "countryside", "offset"];

export const mentionForm = (doc: Document, m: DocumentMention, w: Wrong) =>
  form(
    w,
    html`${meanings(w, m)}
      ${pick(te("wrongRole"), roles, roleText, m.role, w.role, (role) => change({ role }))} ${dateField(w)}
      ${everywhere(w, doc)}`,
  );

export const frontForm = (f: DocumentFront, w: Wrong) =>
  form(
    w,
    html`<fieldset class="edit-choices">
        <legend>${te("wrongFront")}</legend>
        ${choice(w, "none", html`${te("wrongNoFront")}`)}
      </fieldset>
      ${kindField(w, f)} ${dateField(w)}`,
  );

export const eventForm = ({ type, status, agent, target, holder }: IncidentProperties, w: Wrong) =>
  form(
    w,
    html`<fieldset class="edit-choices">
        <legend>${te("wrongFront")}</legend>
        ${choice(w, "none", html`${te("wrongNoEvent")}`)}
      </fieldset>
      ${pick(te("wrongKind"), eventTypes, eventWord, type, w.kind, (kind) => change({ kind }))}
      ${pick(te("wrongStatus"), statuses, statusWord, status, w.status, (s) => change({ status: s }))}
      ${participant("eventsBy", agent, w.agent, (text) => change({ agent: text }))}
      ${participant("eventsOn", target, w.target, (text) => change({ target: text }))}
      ${participant("eventsHolder", holder, w.holder, (text) => change({ holder: text }))} ${dateField(w)}`,
  );

const participant = (label: EventKey, now: string | null, value: string, use: (text: string) => void) =>
  field(
    tev(label),
    html`<input type="text" dir="auto" maxlength="200" placeholder=${now ?? ""} .value=${value} @input=${typed(use)} />`,
  );

/** The possible roles of a mention. */
const roles = ["place", "metonym", "demonym", "anchor", "dateline"];

/** The possible statuses of an event. */
const statuses = ["reported", "claimed", "denied", "planned", "hypothetical"];

const form = (w: Wrong, fields: TemplateResult) => html`<form
  class="edit-form"
  @submit=${(e: Event) => {
    e.preventDefault();
    void save();
  }}
>
  ${fields}
  ${field(te("wrongWhy"), html`<input type="text" maxlength="500" .value=${w.why} @input=${typed((why) => change({ why }))} />`)}
  ${tokenField("edit")} ${failed(failure.value)}
  <p class="edit-actions">
    <button class="button button-main" type="submit" ?disabled=${!isComplete(w) || sending.value}>${te("save")}</button>
    <button class="button" type="button" @click=${stopWrong}>${te("cancel")}</button>
  </p>
</form>`;

const field = (label: string, input: TemplateResult) =>
  html`<label class="edit-field"><span>${label}</span>${input}</label>`;

const typed = (use: (text: string) => void) => (e: Event) => use((e.target as HTMLInputElement).value);

/** The candidates of the name, each highlighted on the map while pointed at. */
function meanings(w: Wrong, m: DocumentMention) {
  const others = m.candidates.filter((c) => c.place !== m.place);
  const more = found.value.filter((f) => f.id !== m.place && !others.some((c) => c.place === f.id));
  const point = w.meant !== null && w.meant !== "none" && "point" in w.meant ? w.meant.point : null;
  return html`<fieldset class="edit-choices">
    <legend>${te("wrongMeans")}</legend>
    ${others.map((c) => choice(w, c, named(c.name, kindText(c.kind))))}
    ${more.map((f) => choice(w, { place: f.id, ...f }, named(f.name, [kindText(f.kind), f.admin1, f.country].filter(Boolean).join(", "))))}
    <div class="edit-search">
      <input type="search" aria-label=${te("wrongSearch")} placeholder=${te("wrongSearch")} @keydown=${(
        e: KeyboardEvent,
      ) => {
        if (e.key !== "Enter") return;
        e.preventDefault();
        look(e.target as HTMLInputElement);
      }} />
      <button class="chip" type="button" @click=${(e: Event) => look((e.target as HTMLElement).previousElementSibling as HTMLInputElement)}>${te("search")}</button>
    </div>
    <label class="edit-choice">
      <input type="radio" name="meant" .checked=${point !== null || picking.value} @change=${pickPoint} />
      <span>${te("wrongPoint")}${point ? html` <bdi dir="ltr">${point[1]}, ${point[0]}</bdi>` : nothing}</span>
      ${point ? html`<button class="chip" type="button" @click=${pickPoint}>${te("wrongAgain")}</button>` : nothing}
    </label>
    ${choice(w, "none", html`${te("wrongNoPlace")}`)}
  </fieldset>`;
}

function look(input: HTMLInputElement) {
  if (!input.value.trim()) return;
  void search(input.value, 5, lang.value).then(
    (places) => {
      found.value = places;
      failure.value = places.length ? "" : "wrongNotFound";
    },
    () => {
      failure.value = "wrongDown";
    },
  );
}

const named = (name: string, detail: string) => html`<bdi>${name}</bdi> <span class="row-detail">${detail}</span>`;

const keyOf = (meant: Meant | null) => (meant && meant !== "none" && "place" in meant ? meant.place : meant);

function choice(w: Wrong, meant: Meant, label: TemplateResult) {
  const show = (is: Meant | null) => () => {
    pin.value = pinOf(is, w.phrase);
  };
  const back = () => show(wrong.peek()?.meant ?? null)();
  return html`<label class="edit-choice" @mouseenter=${show(meant)} @mouseleave=${back}>
    <input type="radio" name="meant" .checked=${w.meant !== null && keyOf(w.meant) === keyOf(meant)} @change=${() => setMeant(meant)} @focus=${show(meant)} @blur=${back} />
    ${meant === "none" ? nothing : pinIcon}<span>${label}</span>
  </label>`;
}

const dateField = (w: Wrong) =>
  field(te("wrongDate"), html`<input type="date" .value=${w.date} @input=${typed((date) => change({ date }))} />`);

const kindField = (w: Wrong, f: DocumentFront) =>
  pick(te("wrongKind"), kinds, frontKind, f.kind, w.kind, (kind) => change({ kind }));

/** A choice of values, with the present one first. */
function pick(
  label: string,
  values: readonly string[],
  word: (value: string) => string,
  now: string,
  chosen: string,
  choose: (value: string) => void,
) {
  return field(
    label,
    html`<select @change=${typed(choose)}>
      <option value="">${te("wrongAsIs", { kind: word(now) })}</option>
      ${values.filter((v) => v !== now).map((v) => html`<option value=${v} .selected=${chosen === v}>${word(v)}</option>`)}
    </select>`,
  );
}

function everywhere(w: Wrong, doc: Document) {
  if (!w.meant || w.date) return nothing;
  const option = (value: Wrong["everywhere"], text: string) =>
    html`<option value=${value} .selected=${w.everywhere === value}>${text}</option>`;
  return field(
    te("wrongWhere"),
    html`<select @change=${typed((value) => change({ everywhere: value as Wrong["everywhere"] }))}>
      ${option("", te("wrongHere"))} ${option("article", te("wrongInArticle", { phrase: w.phrase }))}
      ${doc.source ? option("source", te("wrongInSource", { phrase: w.phrase, source: doc.source })) : nothing}
      ${option("archive", te("wrongInAll", { phrase: w.phrase }))}
    </select>`,
  );
}
