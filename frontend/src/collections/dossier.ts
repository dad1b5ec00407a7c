// The dossier of a place: its names, containers, coordinates, and sources.

import { html, nothing, type TemplateResult } from "lit-html";
import { languageOf, scriptOf } from "../domain/names";
import { isArea } from "../domain/precision";
import { formatNumber, t } from "../i18n";
import { sourceName } from "../i18n/words";
import { copied, copy } from "../read/copy";
import { mapLink, mapLinks, pointText } from "../read/maplinks";
import { type Sentence, sourcesOf } from "../read/sentences";
import { toggleFilter } from "../state/actions";
import { divisionName, placeName } from "../state/derive";
import { dataset, filters } from "../state/store";
import { copyIcon } from "../ui/icons";

const places = () => dataset.value!.places;

/** The name in the other script, the containers, and other spellings in articles. */
export function dossierHead(row: number, name: string): TemplateResult {
  const { name: latin, nameAr, spellings } = places();
  const other = scriptOf(name) === "arabic" ? latin[row] : nameAr[row];
  const shown = new Set([name, other]);
  const others = spellings[row].all().filter((s) => !shown.has(s));
  const within = liesIn(row);
  return html`
    ${other && other !== name ? html`<p class="other-name"><bdi lang=${languageOf(other)}>${other}</bdi></p>` : nothing}
    ${within.length ? html`<p class="lies-in">${dotted(within)}</p>` : nothing}
    ${others.length ? html`<p class="spelled">${t("spelled")}: ${dotted(others.slice(0, 6))}</p>` : nothing}
  `;
}

const dotted = (texts: string[]) =>
  texts.map(
    (s, i) => html`${i ? html`<span aria-hidden="true"> · </span>` : nothing}<bdi lang=${languageOf(s)}>${s}</bdi>`,
  );

/** The division and the country; without the place itself. */
function liesIn(row: number): string[] {
  const { country, admin1 } = places();
  const name = placeName(row);
  return [divisionName(admin1[row]), divisionName(country[row])].filter((s) => s && s !== name);
}

const SOURCES = 8;

/** Coordinates to copy, links to other maps, and the sources with their number of sentences. */
export function dossier(row: number, sentences: readonly Sentence[]): TemplateResult {
  const { lat, lon, precision } = places();
  const point = pointText(lat[row], lon[row]);
  const links = mapLinks(lat[row], lon[row], isArea(precision[row]) ? 8 : 13);
  return html`<div class="dossier">
    <p class="dossier-line">
      <span class="dossier-label">${t("placeCoordinates")}</span>
      <span class="dossier-values"><button class="chip" type="button" aria-label="${t("copy")}: ${point}" @click=${() => copy(point, point)}>${copyIcon}<bdi dir="ltr">${point}</bdi>${
        copied.value === point ? html`<span role="status">${t("copied")}</span>` : nothing
      }</button>
      ${offBy(row)} ${links.map(mapLink)}</span>
    </p>
    ${sources(sentences)}
  </div>`;
}

/** The uncertainty of the point; none for areas, whose point is their seat. */
function offBy(row: number) {
  const { uncertainty, approximate, precision } = places();
  const km = uncertainty[row];
  if (Number.isNaN(km) || isArea(precision[row])) return nothing;
  const range = html`<bdi>±${formatNumber(km)} ${t("km")}</bdi>`;
  return html`<span class="note">${range}${approximate[row] ? html` · ${t("legendApproximate")}` : nothing}</span>`;
}

/** Each source filters by itself. */
function sources(sentences: readonly Sentence[]) {
  const all = sourcesOf(sentences);
  if (all.length < 2 && filters.value.source.length === 0) return nothing;
  return html`<p class="dossier-line">
    <span class="dossier-label">${t("placeSources")}</span>
    <span class="dossier-values">${all.slice(0, SOURCES).map(
      ({ sources, n }) =>
        html`<button class="chip" type="button" title=${sources.join("\n")} aria-pressed=${sources.some((source) => filters.value.source.includes(source))} @click=${() => toggleFilter("source", ...sources)}>
          <bdi>${sourceName(sources[0])}</bdi><span class="chip-count">${formatNumber(n)}</span>
        </button>`,
    )}
    ${all.length > SOURCES ? html`<span class="note">+${formatNumber(all.length - SOURCES)}</span>` : nothing}</span>
  </p>`;
}
