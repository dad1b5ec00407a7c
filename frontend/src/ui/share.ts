// The dialog to share what is shown and to take it along: link, embedding, files, GIS, paper.

import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { fileAddress, serverFormats } from "../api/files";
import { base } from "../api/get";
import { toCQL } from "../data/cql";
import { toCSV, toGeoJSON } from "../data/export";
import { t } from "../i18n";
import { shown, sums } from "../state/derive";
import { dataset, dateBy, filters, formats, mapBox, range, shareOpen, words } from "../state/store";
import { formatDay, onlyUndated } from "../time/days";
import { address } from "../url/history";
import { closeIcon } from "./icons";

const copied = signal("");

export function share(): TemplateResult {
  if (!shareOpen.value || !dataset.value) return html``;
  const link = new URL(address({ embed: false }), base()).href;
  const embed = new URL(address({ embed: true }), base()).href;
  const frame = `<iframe src="${embed.replaceAll("&", "&amp;")}" width="800" height="520" loading="lazy" title="Dateline"></iframe>`;
  return html`<dialog class="share" aria-labelledby="share-title" @close=${close} @click=${outside}>
    <div class="share-body">
      <header>
        <h2 id="share-title">${t("share")}</h2>
        <button class="icon-button" type="button" aria-label=${t("close")} @click=${close}>${closeIcon}</button>
      </header>
      ${field("link", t("shareLink"), link)} ${field("embed", t("shareEmbed"), frame)} ${files()}
      ${field("gis", t("shareGis"), base().href, t("shareGisHow"))}
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
  window.requestAnimationFrame(() => window.print());
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
  const r = range.value;
  const time = !r ? "" : onlyUndated(r) ? "-undated" : `-${formatDay(r.from)}-${formatDay(r.to)}`;
  return html`<div class="share-field" role="group" aria-labelledby="share-files">
    <p class="share-label" id="share-files">${t("shareFiles")}</p>
    <div class="share-line">
      <button class="button" type="button" @click=${() => save(`dateline${time}.geojson`, "application/geo+json", toGeoJSON(dataset.value!, shown()))}>GeoJSON</button>
      <button class="button" type="button" @click=${() => save(`dateline${time}.csv`, "text/csv", toCSV(dataset.value!, shown()))}>CSV</button>
      ${fromServer()}
    </div>
    <p class="note">${t("shareWhat", { mentions: t("nMentions", { n: sums.value.view }), places: t("nPlaces", { n: sums.value.places }) })}</p>
  </div>`;
}

/** The server's files of the same mentions; none where it can't be asked for just these. */
function fromServer() {
  const filter = toCQL(filters.value);
  const r = range.value;
  if (filter === null || onlyUndated(r) || dateBy.value !== "event" || !mapBox.value) return nothing;
  const query = {
    filter,
    bbox: mapBox.value.join(),
    ...(r ? { datetime: `${formatDay(r.from)}/${formatDay(r.to)}` } : {}),
    ...(words.value ? { q: words.value } : {}),
  };
  return (formats.value ?? []).map(
    ({ name, f }) => html`<a class="button" href=${fileAddress(f, query)} download>${name}</a>`,
  );
}

function save(name: string, type: string, text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
