// The share dialog: link, embedding, files, GIS, paper.

import { html, nothing, type TemplateResult } from "lit-html";
import { fileAddress, serverFormats } from "../api/files";
import { base, isPublished } from "../api/get";
import { toCSV, toGeoJSON } from "../data/export";
import { COUNTED, toFrontQuery, toQuery } from "../data/query";
import { formatDay, onlyUndated } from "../domain/days";
import { FRONT } from "../domain/filters";
import { type Key, t } from "../i18n";
import { copied, copy } from "../read/copy";
import { saveBlob, saveText } from "../read/save";
import { sums } from "../state/breakdown";
import { shown } from "../state/derive";
import { shownRange } from "../state/range";
import { dataset, dateBy, filters, formats, mapBox, range, shareOpen, words } from "../state/store";
import { address } from "../url/codec";
import { dialog, showDialog } from "./dialog";
import { makePicture, type PicturedMap, type PictureSize, pictureName } from "./picture";
import { savedField } from "./saved";

export function share(picture: Picture): TemplateResult {
  if (!shareOpen.value || !dataset.value) return html``;
  const link = new URL(address({ embed: false }), document.baseURI).href.replace(/\?$/, "");
  const embed = new URL(address({ embed: true }), document.baseURI).href;
  const frame = `<iframe src="${embed.replaceAll("&", "&amp;")}" width="800" height="520" loading="lazy" title="Dateline"></iframe>`;
  return dialog(
    "share",
    t("share"),
    close,
    html`${field("link", t("shareLink"), link)} ${field("embed", t("shareEmbed"), frame)} ${files()}
      ${isPublished() ? nothing : field("gis", t("shareGis"), base().href, t("shareGisHow"))}
      ${isPublished() ? nothing : savedField()} ${pictures(picture)}
      <p><button class="button" type="button" @click=${print}>${t("sharePrint")}</button></p>
      <p class="vh" role="status">${copied.value ? t("copied") : ""}</p>`,
  );
}

/** Opens the dialog after rendering. */
export function shareDrawn(root: HTMLElement) {
  if (!showDialog(root) || formats.peek()) return;
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

type Picture = (size: PictureSize, type: "png" | "svg") => void;

export async function savePicture(map: PicturedMap, area: HTMLElement, size: PictureSize, type: "png" | "svg") {
  saveBlob(pictureName(size, type), await makePicture(map, area, size, type));
}

const sizes: [PictureSize, Key][] = [
  ["card", "imageCard"],
  ["slide", "imageSlide"],
  ["a4", "imageA4"],
];

function pictures(picture: Picture) {
  const button = (size: PictureSize, type: "png" | "svg") =>
    html`<button class="button" type="button" @click=${() => picture(size, type)}>${type.toUpperCase()}</button>`;
  return html`<div class="share-field" role="group" aria-labelledby="share-image">
    <p class="share-label" id="share-image">${t("shareImage")}</p>
    ${sizes.map(
      ([size, key]) => html`<div class="share-line share-image" role="group" aria-label=${t(key)}>
        <span class="share-size">${t(key)}</span>${button(size, "png")}${isPublished() ? nothing : button(size, "svg")}
      </div>`,
    )}
  </div>`;
}

function print() {
  close();
  window.print();
}

function field(id: string, label: string, text: string, how = "") {
  const denied = () => document.querySelector<HTMLInputElement>(`#share-${id}`)?.select(); // Ctrl+C does it
  return html`<div class="share-field">
    <label for="share-${id}">${label}</label>
    <div class="share-line">
      <input id="share-${id}" type="text" readonly dir="ltr" .value=${text} @focus=${(e: Event) => (e.target as HTMLInputElement).select()} />
      <button class="button" type="button" aria-label="${t("copy")}: ${label}" @click=${() => copy(id, text, denied)}>${t(copied.value === id ? "copied" : "copy")}</button>
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

/** Files that the page makes itself, from what it has read. */
function made() {
  const r = range.value;
  const time = !r ? "" : onlyUndated(r) ? "-undated" : `-${formatDay(r.from)}-${formatDay(r.to)}`;
  const button = (name: string, type: string, make: typeof toCSV) =>
    html`<button class="button" type="button" @click=${() => saveText(`dateline${time}.${name.toLowerCase()}`, type, make(dataset.value!, shown()))}>${name}</button>`;
  return html`${button("GeoJSON", "application/geo+json", toGeoJSON)} ${button("CSV", "text/csv", toCSV)}`;
}

/** The server's files of the same mentions, and of the same lines and areas, after the page's own. */
function fromServer(before: TemplateResult | typeof nothing) {
  const f = filters.value;
  if (!mapBox.value) return html`<div class="share-line">${before}</div>`;
  const choice = { filters: f, words: words.value, by: dateBy.value, range: shownRange.value, window: mapBox.value };
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
