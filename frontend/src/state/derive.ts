// Values derived from the data and the reader's choices.

import { computed } from "@preact/signals-core";
import type { Shown } from "../data/export";
import { failing, frontPasses, makeColumns, ROLE_ALONE } from "../data/filter";
import { type FrontGroup, type FrontItem, frontItems } from "../data/fronts";
import { type Matrix, makeMatrix, sumRows } from "../data/matrix";
import { targetOf } from "../data/rows";
import { makeTally } from "../data/tally";
import { areaId } from "../domain/areas";
import type { Unit } from "../domain/bins";
import { isFirm } from "../domain/dating";
import { type Range, within } from "../domain/days";
import { admits, secondary } from "../domain/filters";
import { fold } from "../domain/fold";
import { scriptOf } from "../domain/names";
import { isArea } from "../domain/precision";
import type { Target } from "../domain/target";
import { countryName, lang } from "../i18n";
import { reading } from "./article";
import { summed } from "./large";
import { shownRange } from "./range";
import * as s from "./store";
import { wordHits } from "./words";

export const theme = computed(() =>
  s.printing.value ? "light" : (s.chosenTheme.value ?? (s.systemDark.value ? "dark" : "light")),
);

export const columns = computed(() => (s.dataset.value ? makeColumns(s.dataset.value) : null));

/** The filters that each mention fails: 0 passes words and filters. Empty if mentions were not read. */
export const fails = computed(() => {
  const data = s.dataset.value;
  return data && columns.value ? failing(data, columns.value, s.filters.value, wordHits.value) : new Uint8Array(0);
});

/** Whether a sentence on a front matches the words: by its article, or if articles were not read by itself. */
const hit = computed<(item: FrontItem) => boolean>(() => {
  const data = s.dataset.value;
  const words = fold(s.words.value);
  if (!data?.sums) {
    const hits = wordHits.value;
    return (item) => !hits || hits.has(data?.articleRow.get(item.article) ?? -1);
  }
  if (!words) return () => true;
  const has = (item: FrontItem) => {
    const text = fold(`${item.sentence} ${item.phrase}`);
    return words.split(" ").every((word) => text.includes(word));
  };
  const found = new Set(data.fronts.flatMap((f) => f.items.filter(has).map((item) => item.id)));
  return (item) => found.has(item.id);
});

/** The sentences on a front that pass words and filters. */
export function keepFront(group: FrontGroup): (item: FrontItem) => boolean {
  const [filters, has, data] = [s.filters.value, hit.value, s.dataset.value];
  const copy = (item: FrontItem) => filters.once && data?.articles[data.articleRow.get(item.article) ?? -1]?.copy;
  return (item) => !copy(item) && frontPasses(filters, has, group, item);
}

/** Counts by place and time of the selected mentions; null while unknown. */
export const tally = computed(() => {
  const data = s.dataset.value;
  if (!data) return null;
  if (data.sums) return summed.value;
  const failed = fails.value;
  return makeTally(data.places.id.length, data.mentions.place, data.mentions.day, (i) => failed[i] === 0);
});

export const matrix = computed(() => tally.value?.places ?? null);

const firm = Object.fromEntries(
  (["day", "month", "year"] as const).map((unit) => [
    unit,
    computed(() => {
      const data = s.dataset.value;
      if (!data || data.sums || s.dateBy.value !== "event") return null;
      const { place, day, dating } = data.mentions;
      const failed = fails.value;
      return makeMatrix(data.places.id.length, place, day, (i) => failed[i] === 0 && isFirm(dating[i], unit));
    }),
  ]),
);

/**
 * The part of the matrix with dates of its own, as precise as the bars of a unit; null if that
 * is everything or unknown.
 */
export const firmMatrix = (unit: Unit): Matrix | null => firm[unit === "week" ? "day" : unit].value;

/** The places whose part of the timeline is coloured: the open one, or those in view. */
export const highlighted = computed<Uint8Array>(() => {
  const open = s.article.value ? null : chosen.value;
  if (open?.collection !== "places") return s.inView.value.places;
  const mask = new Uint8Array(s.dataset.value!.places.id.length);
  mask[open.row] = 1;
  return mask;
});

/** Mentions of each place in the range. */
export const counts = computed(() =>
  matrix.value ? sumRows(matrix.value, shownRange.value) : new Uint32Array(s.dataset.value?.places.id.length ?? 0),
);

/** Sentences on each front in the range. */
export const frontCounts = computed(() => countFronts(shownRange.value));

export const countFronts = (range: Range | null) =>
  Uint32Array.from(s.dataset.value?.fronts ?? [], (f) => frontItems(f, range, keepFront(f)).length);

/** The selection on the map: null if there is none, or it was not read. */
export const chosen = computed<Target | null>(() => {
  const [data, selected] = [s.dataset.value, s.selected.value];
  return data && selected ? targetOf(data, selected) : null;
});

/** Rows of the places in the open article, in text order; null if none is open. */
export const articlePlaces = computed<readonly number[] | null>(() => {
  const [data, open] = [s.dataset.value, reading.value];
  if (!data || open?.state !== "ready") return null;
  const named = open.document.mentions.filter(({ role }) => admits(s.filters.value, "role", role));
  const rows = named.map(({ place }) => (place ? data.places.row.get(place) : undefined));
  return [...new Set(rows.filter((row) => row !== undefined))];
});

/** Rows of the places in the article whose card is pointed at; null if none is, or mentions were not read. */
export const pointedPlaces = computed<readonly number[] | null>(() => {
  const [data, id] = [s.dataset.value, s.hoverArticle.value];
  const article = id === null ? undefined : data?.articleRow.get(id);
  if (!data || article === undefined || s.article.value) return null;
  const { place, article: of } = data.mentions;
  const rows = new Set<number>();
  for (let i = 0; i < place.length; i++) if (of[i] === article && place[i] >= 0 && passes(i)) rows.add(place[i]);
  return [...rows];
});

/** Ids of the articles that name the place pointed at. */
export const pointedArticles = computed<ReadonlySet<string>>(() => {
  const [data, target] = [s.dataset.value, s.hover.value];
  const ids = new Set<string>();
  if (target?.collection !== "places" || !data || data.sums) return ids;
  const { byPlace, from, article } = data.mentions;
  for (const i of byPlace.subarray(from[target.row], from[target.row + 1]))
    if (passes(i) && article[i] >= 0) ids.add(data.articles[article[i]].id);
  return ids;
});

/** The name of a place in the interface's language. */
export function placeName(row: number): string {
  const places = s.dataset.value!.places;
  const name = places.name[row];
  const area = areaId(places.id[row]);
  const country = area.length === 2 ? countryName(area) : undefined;
  if (country) return country;
  if (lang.value === "en") return scriptOf(name) === "latin" ? name : (places.spellings[row].in("latin")[0] ?? name);
  return places.nameAr[row] ?? places.spellings[row].in("arabic")[0] ?? name;
}

/** Rows of places by gazetteer name. */
const rowsByName = computed(() => new Map(s.dataset.value!.places.name.map((name, row) => [name, row])));

const frontOf = (row: number) => s.dataset.value!.fronts[row];
const script = () => (lang.value === "ar" ? "arabic" : "latin");

/** The phrase for a line or area in an article in the interface's language. */
const said = (row: number) => frontOf(row).items.find(({ phrase }) => scriptOf(phrase) === script())?.phrase;

/**
 * The name of a line or area in the interface's language: from an article, else by its ends; ""
 * if neither is known.
 */
export function frontName(row: number): string {
  const ends = frontOf(row).anchors.map((name) => {
    const place = rowsByName.value.get(name);
    return place === undefined ? name : placeName(place);
  });
  return said(row) ?? (ends.every((name) => scriptOf(name) === script()) ? ends.join(" – ") : "");
}

/** Its name on its own, as in a list: also its reading, which the server has in English, or a phrase in any article. */
export function frontTitle(row: number): string {
  const { phrase, reading } = frontOf(row).items[0];
  return said(row) ?? ((lang.value === "en" && reading) || frontName(row) || phrase);
}

/** Rows of divisions and countries, by gazetteer name. */
const divisionRows = computed(() => {
  const { name, precision } = s.dataset.value!.places;
  const rows = new Map<string, number>();
  name.forEach((n, row) => {
    if (isArea(precision[row])) rows.set(n.replace(/ (Governorate|Province|District)$/, ""), row);
  });
  return rows;
});

/** The name of a division or country in the interface's language, if it is among the places; else unchanged. */
export function divisionName(name: string): string {
  const row = name ? divisionRows.value.get(name) : undefined;
  return row === undefined || lang.value === "en" ? name : placeName(row);
}

/** The number of a place's mentions in a range in excluded roles only. */
export function leftOutByRole(row: number, range: Range | null): number {
  const { byPlace, from, day } = s.dataset.value!.mentions;
  let n = 0;
  for (const i of byPlace.subarray(from[row], from[row + 1]))
    if (fails.value[i] === ROLE_ALONE && within(day[i], range)) n++;
  return n;
}

/** Whether there are mentions in excluded roles; unknown for large archives. */
export const hasSecondary = computed(
  () => s.dataset.value?.sums !== null || columns.value!.role.values.some((role) => secondary.includes(role)),
);

/** Whether a mention passes words and filters. */
export const passes = (mention: number) => fails.value[mention] === 0;

/** What the map shows of the data: selected mentions in view, in the range, and the sentences on fronts. */
export function shown(): Shown {
  const data = s.dataset.value!;
  const { place, day } = data.mentions;
  const { places, fronts } = s.inView.value;
  const mentions: number[] = [];
  for (let i = 0; i < place.length; i++)
    if (place[i] >= 0 && places[place[i]] && passes(i) && within(day[i], shownRange.value)) mentions.push(i);
  const lines = data.fronts.flatMap((f, index) =>
    fronts[index] && s.showFronts.value ? [{ index, items: frontItems(f, shownRange.value, keepFront(f)) }] : [],
  );
  return { mentions, fronts: lines };
}
