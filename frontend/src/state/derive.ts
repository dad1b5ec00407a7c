// What follows from what was read and what was chosen.

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

/** What each mention fails at: 0 is let through by words and filters. Empty where mentions were not read. */
export const fails = computed(() => {
  const data = s.dataset.value;
  return data && columns.value ? failing(data, columns.value, s.filters.value, wordHits.value) : new Uint8Array(0);
});

/** Whether a sentence on a front has the words: by its article, or where articles were not read by itself. */
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

/** The sentences on a front that words and filters let through. */
export function keepFront(group: FrontGroup): (item: FrontItem) => boolean {
  const [filters, has, data] = [s.filters.value, hit.value, s.dataset.value];
  const copy = (item: FrontItem) => filters.once && data?.articles[data.articleRow.get(item.article) ?? -1]?.copy;
  return (item) => !copy(item) && frontPasses(filters, has, group, item);
}

/** How often each place is mentioned when, of what is let through; null while that is not known. */
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

/** Of the matrix what has a date of its own, as fine as bars of a unit; null where all has or that is not known. */
export const firmMatrix = (unit: Unit): Matrix | null => firm[unit === "week" ? "day" : unit].value;

/** The places whose part of the timeline is coloured: the one that is open, or those in view. */
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

/** What the map shows as chosen: null where nothing is, or what is open was not read. */
export const chosen = computed<Target | null>(() => {
  const [data, selected] = [s.dataset.value, s.selected.value];
  return data && selected ? targetOf(data, selected) : null;
});

/** Rows of the places that the open article names, in the order of its text; null where none is open. */
export const articlePlaces = computed<readonly number[] | null>(() => {
  const [data, open] = [s.dataset.value, reading.value];
  if (!data || open?.state !== "ready") return null;
  const named = open.document.mentions.filter(({ role }) => admits(s.filters.value, "role", role));
  const rows = named.map(({ place }) => (place ? data.places.row.get(place) : undefined));
  return [...new Set(rows.filter((row) => row !== undefined))];
});

/** Rows of the places that the article names whose card is pointed at; null where none is, and where mentions were not read. */
export const pointedPlaces = computed<readonly number[] | null>(() => {
  const [data, id] = [s.dataset.value, s.hoverArticle.value];
  const article = id === null ? undefined : data?.articleRow.get(id);
  if (!data || article === undefined || s.article.value) return null;
  const { place, article: of } = data.mentions;
  const rows = new Set<number>();
  for (let i = 0; i < place.length; i++) if (of[i] === article && place[i] >= 0 && passes(i)) rows.add(place[i]);
  return [...rows];
});

/** Ids of the articles that name the place that is pointed at. */
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

/** The rows of places by their name in the gazetteer. */
const rowsByName = computed(() => new Map(s.dataset.value!.places.name.map((name, row) => [name, row])));

const frontOf = (row: number) => s.dataset.value!.fronts[row];
const script = () => (lang.value === "ar" ? "arabic" : "latin");

/** What an article in the interface's language calls a line or area. */
const said = (row: number) => frontOf(row).items.find(({ phrase }) => scriptOf(phrase) === script())?.phrase;

/** What a line or area is called in the interface's language: as an article there has it, else by its ends; "" where neither is. */
export function frontName(row: number): string {
  const ends = frontOf(row).anchors.map((name) => {
    const place = rowsByName.value.get(name);
    return place === undefined ? name : placeName(place);
  });
  return said(row) ?? (ends.every((name) => scriptOf(name) === script()) ? ends.join(" – ") : "");
}

/** Its name where it stands alone, as in a list: also as it was read, which the server says in English, or as any article has it. */
export function frontTitle(row: number): string {
  const { phrase, reading } = frontOf(row).items[0];
  return said(row) ?? ((lang.value === "en" && reading) || frontName(row) || phrase);
}

/** The rows of places that are divisions or countries, by what the gazetteer calls them. */
const divisionRows = computed(() => {
  const { name, precision } = s.dataset.value!.places;
  const rows = new Map<string, number>();
  name.forEach((n, row) => {
    if (isArea(precision[row])) rows.set(n.replace(/ (Governorate|Province|District)$/, ""), row);
  });
  return rows;
});

/** The name of a division or country in the interface's language, where that is among the places; else as it is. */
export function divisionName(name: string): string {
  const row = name ? divisionRows.value.get(name) : undefined;
  return row === undefined || lang.value === "en" ? name : placeName(row);
}

/** How often a place is named in a range in a role alone that is left out. */
export function leftOutByRole(row: number, range: Range | null): number {
  const { byPlace, from, day } = s.dataset.value!.mentions;
  let n = 0;
  for (const i of byPlace.subarray(from[row], from[row + 1]))
    if (fails.value[i] === ROLE_ALONE && within(day[i], range)) n++;
  return n;
}

/** Whether there are mentions in a role that is left out unless the reader asks for it; of large archives it is not known. */
export const hasSecondary = computed(
  () => s.dataset.value?.sums !== null || columns.value!.role.values.some((role) => secondary.includes(role)),
);

/** Whether words and filters let a mention through. */
export const passes = (mention: number) => fails.value[mention] === 0;

/** What the map shows of what was read: the mentions in view, in the range, that are let through, and the sentences on fronts. */
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
