// What follows from what was read and what was chosen.

import { computed } from "@preact/signals-core";
import type { Shown } from "../data/export";
import { failing, frontPasses, makeColumns } from "../data/filter";
import { type FrontGroup, type FrontItem, frontItems } from "../data/fronts";
import { sumRows } from "../data/matrix";
import { targetOf } from "../data/rows";
import { makeTally } from "../data/tally";
import { areaId } from "../domain/areas";
import { within } from "../domain/days";
import { fold } from "../domain/fold";
import { scriptOf } from "../domain/names";
import type { Target } from "../domain/target";
import { countryName, lang } from "../i18n";
import { reading } from "./article";
import { summed } from "./large";
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
  const [filters, has] = [s.filters.value, hit.value];
  return (item) => frontPasses(filters, has, group, item);
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

/** Mentions of each place in the range. */
export const counts = computed(() =>
  matrix.value ? sumRows(matrix.value, s.range.value) : new Uint32Array(s.dataset.value?.places.id.length ?? 0),
);

/** Sentences on each front in the range. */
export const frontCounts = computed(() => countFronts(s.range.value));

export const countFronts = (range: typeof s.range.value) =>
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
  const rows = open.document.mentions.map(({ place }) => (place ? data.places.row.get(place) : undefined));
  return [...new Set(rows.filter((row) => row !== undefined))];
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

/** Whether words and filters let a mention through. */
export const passes = (mention: number) => fails.value[mention] === 0;

/** What the map shows of what was read: the mentions in view, in the range, that are let through, and the sentences on fronts. */
export function shown(): Shown {
  const data = s.dataset.value!;
  const { place, day } = data.mentions;
  const { places, fronts } = s.inView.value;
  const mentions: number[] = [];
  for (let i = 0; i < place.length; i++)
    if (place[i] >= 0 && places[place[i]] && passes(i) && within(day[i], s.range.value)) mentions.push(i);
  const lines = data.fronts.flatMap((f, index) =>
    fronts[index] && s.showFronts.value ? [{ index, items: frontItems(f, s.range.value, keepFront(f)) }] : [],
  );
  return { mentions, fronts: lines };
}
