// "+ Add": a text, files, an address or a feed. Results are shown on the map at once, and stored
// with a token.

import { html, nothing, type TemplateResult } from "lit-html";
import { parseDay } from "../domain/days";
import { formatNumber, t } from "../i18n";
import { te } from "../i18n/edit";
import { panelHead } from "../read/head";
import { day } from "../read/sentence";
import { failed, tokenField } from "../read/token";
import type { Go } from "../read/why";
import { closeAdd, openAdd } from "../state/actions";
import {
  type Brought,
  brought,
  busy,
  discard,
  failure,
  isTokenWanted,
  keepAll,
  kept,
  readAddress,
  readFiles,
  readText,
  typedAddress,
  typedText,
  watchAdd,
} from "../state/add";
import { session, wantSession } from "../state/session";
import { adding } from "../state/store";
import { pinIcon } from "../ui/icons";
import { sourcesPanel } from "./sources";

export function addPanel(go: Go): TemplateResult {
  wantSession();
  watchAdd();
  const texts = adding.value === "texts";
  const tab = (which: "texts" | "sources", label: string) =>
    html`<button class="chip" type="button" aria-pressed=${adding.value === which} @click=${() => openAdd(which)}>${label}</button>`;
  return html`${panelHead(t("add"), te(texts ? "addTitle" : "sourcesTitle"), html`<p class="add-tabs">${tab("texts", te("addTexts"))} ${tab("sources", te("sources"))}</p>`, closeAdd)}
    <div class="panel-body">${texts ? textsPanel(go) : sourcesPanel()}</div>`;
}

const submit = (work: () => unknown) => (e: Event) => {
  e.preventDefault();
  void work();
};

function textsPanel(go: Go) {
  if (brought.value.length > 0) return html`${result(go)}`;
  return html`${done()}
    <form class="edit-form" @submit=${submit(readText)}>
      <label class="edit-field">
        <span>${te("addPaste")}</span>
        <textarea rows="7" dir="auto" .value=${typedText.value} @input=${(e: Event) => {
          typedText.value = (e.target as HTMLTextAreaElement).value;
        }}></textarea>
      </label>
      <p class="edit-actions"><button class="button button-main" type="submit" ?disabled=${busy.value || !typedText.value.trim()}>${te("addRead")}</button></p>
    </form>
    <div class="drop" @dragover=${dragged} @drop=${dropped}>
      <label class="edit-field">
        <span>${te("addFiles")}</span>
        <input type="file" multiple ?disabled=${busy.value} @change=${(e: Event) => takeFiles((e.target as HTMLInputElement).files)} />
        <span class="note">${te("addFilesHow")}</span>
      </label>
    </div>
    <form class="edit-form" @submit=${submit(readAddress)}>
      <label class="edit-field">
        <span>${te("addAddress")}</span>
        <input type="url" dir="ltr" placeholder="https://" .value=${typedAddress.value} @input=${(e: Event) => {
          typedAddress.value = (e.target as HTMLInputElement).value;
        }} />
      </label>
      <p class="edit-actions"><button class="button" type="submit" ?disabled=${busy.value || !typedAddress.value.trim()}>${te("addRead")}</button></p>
    </form>
    <p class="note" role="status">${busy.value ? te("addReading") : te("addNothingKept")}</p>`;
}

function dragged(e: DragEvent) {
  e.preventDefault();
}

function dropped(e: DragEvent) {
  e.preventDefault();
  takeFiles(e.dataTransfer?.files ?? null);
}

function takeFiles(files: FileList | null) {
  if (files?.length) void readFiles([...files]);
}

/** The result of storing. */
function done() {
  const counts = kept.value;
  if (!counts) return nothing;
  const parts = [te("addAdded", { n: counts.added })];
  if (counts.revised) parts.push(te("addRevised", { n: counts.revised }));
  if (counts.known) parts.push(te("addKnown", { n: counts.known }));
  if (counts.removed) parts.push(te("addRemoved", { n: counts.removed }));
  if (counts.unread) parts.push(te("addUnread", { n: counts.unread }));
  return html`<p class="edit-done" role="status">${parts.join(" · ")}</p>`;
}

function result(go: Go) {
  const documents = brought.value.flatMap((b) => b.documents);
  const any = documents.length > 0;
  return html`<p class="edit-done" role="status">${busy.value ? te("addReading") : te("addFound", { articles: t("nArticles", { n: documents.length }) })}</p>
    ${brought.value.map((b) => item(b, go))}
    ${(any || isTokenWanted()) && session.value?.tokens ? tokenField("add") : nothing}
    ${any && session.value && !session.value.tokens ? html`<p class="note">${te("tokenNone")}</p>` : nothing}
    ${failed(failure.value)}
    <p class="edit-actions">
      ${any && session.value?.tokens ? html`<button class="button button-main" type="button" ?disabled=${busy.value} @click=${() => void keepAll()}>${te("addKeep")}</button>` : nothing}
      ${isTokenWanted() ? html`<button class="button button-main" type="button" ?disabled=${busy.value} @click=${() => void readAddress()}>${te("addRead")}</button>` : nothing}
      <button class="button" type="button" ?disabled=${busy.value} @click=${discard}>${te("addDiscard")}</button>
    </p>`;
}

/** The results for one text, file or address. */
function item(b: Brought, go: Go) {
  return html`<section class="brought">
    ${b.name ? html`<p class="brought-name"><bdi>${b.name}</bdi></p>` : nothing} ${b.error ? failed(b.error) : nothing}
    ${b.unread ? html`<p class="note">${te("addUnread", { n: b.unread })}</p>` : nothing}
    ${b.documents.map((d) => {
      const places = new Map(
        d.mentions.filter((m) => m.lat != null && m.lon != null).map((m) => [m.place ?? m.phrase, m]),
      );
      return html`<article class="brought-article" lang=${d.lang || nothing} dir="auto">
        <h3>${d.title || t("noTitle")}</h3>
        <p class="meta">${d.published ? day(parseDay(d.published)) : te("addUndated")}</p>
        ${places.size + d.fronts.length === 0 ? html`<p class="note">${te("addNone")}</p>` : nothing}
        <ul class="brought-places">
          ${[...places.values()].map(
            (m) => html`<li>
              <button class="chip" type="button" @click=${() => go({ lat: m.lat!, lon: m.lon!, zoom: 9 })}>${pinIcon}<bdi>${m.name ?? m.phrase}</bdi></button>
            </li>`,
          )}
        </ul>
        ${d.fronts.length ? html`<p class="note">${t("mapArticles")}: ${formatNumber(d.fronts.length)}</p>` : nothing}
      </article>`;
    })}
  </section>`;
}
