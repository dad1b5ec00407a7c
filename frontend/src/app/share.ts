// The dialog to share what is shown and to take it along: link, embedding, files, GIS, paper.

import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { fileAddress, serverFormats } from "../api/files";
import { base, isPublished } from "../api/get";
import { toCSV, toGeoJSON } from "../data/export";
import { COUNTED, toFrontQuery, toQuery } from "../data/query";
import { formatDay, onlyUndated } from "../domain/days";
import { FRONT } from "../domain/filters";
import { t } from "../i18n";
import { sums } from "../state/breakdown";
import { shown } from "../state/derive";
import { dataset, dateBy, filters, formats, mapBox, range, shareOpen, words } from "../state/store";
import { closeIcon } from "../ui/icons";
import { address } from "../url/codec";

const copied = signal("");

export function share(): TemplateResult {
  if (!shareOpen.value || !dataset.value) return html``;
  const link = new URL(address({ embed: false }), document.baseURI).href;
  const embed = new URL(address({ embed: true }), document.baseURI).href;
  const frame = `<iframe src="${embed.replaceAll("&", "&amp;")}" width="800" height="520" loading="lazy" title="Dateline"></iframe>`;
  return html`<dialog class="share" aria-labelledby="share-title" @close=${close} @click=${outside}>
    <div class="share-body">
      <header>
        <h2 id="share-title">${t("share")}</h2>
        <button class="icon-button" type="button" aria-label=${t("close")} @click=${close}>${closeIcon}</button>
      </header>
      ${field("link", t("shareLink"), link)} ${field("embed", t("shareEmbed"), frame)} ${files()}
      ${isPublished() ? nothing : field("gis", t("shareGis"), base().href, t("shareGisHow"))}
      <p><button class="button" type="button" @click=${print}>${t("sharePrint")}</button></p>
      <p class="vh" role="status">${copied.value ? t("shareCopied") : ""}</p>
    </div>
  </dialog>`;
}

/** Opens the dialog when it has been drawn. */
export function shareDrawn(root: HTMLElement) {
  const dialog = root.querySelector("dialog");
  if (!dialog || dialog.open) return;
  dialog.showModal();
  if (formats.peek()) return;
  formats.value = [];
  void serverFormats().then((found) => {
    formats.value = found;
  });
}

function close() {
  shareOpen.value = false;
  copied.value = "";
  document.getElementById("share-button")?.focus();
}

function outside(event: MouseEvent) {
  if (event.target instanceof HTMLDialogElement) close();
}

function print() {
  close();
  window.print();
}

function field(id: string, label: string, text: string, how = "") {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      copied.value = id;
    } catch {
      document.querySelector<HTMLInputElement>(`#share-${id}`)?.select(); // not allowed: Ctrl+C does it
    }
  };
  return html`<div class="share-field">
    <label for="share-${id}">${label}</label>
    <div class="share-line">
      <input id="share-${id}" type="text" readonly dir="ltr" .value=${text} @focus=${(e: Event) => (e.target as HTMLInputElement).select()} />
      <button class="button" type="button" aria-label="${t("shareCopy")}: ${label}" @click=${copy}>${t(copied.value === id ? "shareCopied" : "shareCopy")}</button>
    </div>
    ${how ? html`<p class="note">${how}</p>` : nothing}
  </div>`;
}

function files() {
  const { view, places } = sums.value;
  return html`<div class="share-field" role="group" aria-labelledby="share-files">
    <p class="share-label" id="share-files">${t("shareFiles")}</p>
    ${fromServer(dataset.value!.sums ? nothing : made())}
    <p class="note">${t(dataset.value!.sums ? "shareMentions" : "shareWhat", { mentions: t("nMentions", { n: view }), places: t("nPlaces", { n: places }) })}</p>
  </div>`;
}

/** The files that the page makes itself, of what it has read. */
function made() {
  const r = range.value;
  const time = !r ? "" : onlyUndated(r) ? "-undated" : `-${formatDay(r.from)}-${formatDay(r.to)}`;
  const button = (name: string, type: string, make: typeof toCSV) =>
    html`<button class="button" type="button" @click=${() => save(`dateline${time}.${name.toLowerCase()}`, type, make(dataset.value!, shown()))}>${name}</button>`;
  return html`${button("GeoJSON", "application/geo+json", toGeoJSON)} ${button("CSV", "text/csv", toCSV)}`;
}

/** The server's files of the same mentions, and of the same lines and areas, behind those that the page makes of both. */
function fromServer(before: TemplateResult | typeof nothing) {
  const f = filters.value;
  const unsaid = f.language.length > 0 && !dataset.value!.languages;
  if (unsaid || !mapBox.value) return html`<div class="share-line">${before}</div>`;
  const choice = { filters: f, words: words.value, by: dateBy.value, range: range.value, window: mapBox.value };
  const places = f.kind.length === 0 || f.kind.some((kind) => kind !== FRONT);
  const mentions = places ? links("mentions", toQuery({ ...choice, and: COUNTED })) : nothing;
  const query = toFrontQuery(choice);
  return html`<div class="share-line">${before} ${mentions}</div>
    ${query && formats.value?.length ? html`<p class="note">${t("mapArticles")}</p><div class="share-line">${links("fronts", query)}</div>` : nothing}`;
}

function links(of: "mentions" | "fronts", query: Record<string, string>) {
  const offered = (formats.value ?? []).filter((format) => dataset.value!.sums || !format.made);
  const label = (name: string) => (of === "fronts" ? `${name}: ${t("mapArticles")}` : name);
  return offered.map(
    ({ name, f }) =>
      html`<a class="button" href=${fileAddress(f, query, of)} aria-label=${label(name)} download>${name}</a>`,
  );
}

function save(name: string, type: string, text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
