// What follows from what was read and what was chosen.

import { computed } from "@preact/signals-core";
import type { Shown } from "../data/export";
import { facetCounts, failing, frontPasses, makeColumns } from "../data/filter";
import { type FrontGroup, type FrontItem, frontItems } from "../data/fronts";
import { makeMatrix, sumRows } from "../data/matrix";
import { scriptOf } from "../data/names";
import { countryName, lang } from "../i18n";
import { areaId } from "../map/areas";
import type { Target } from "../map/model";
import { UNDATED, within } from "../time/days";
import * as s from "./store";

export const theme = computed(() =>
  s.printing.value ? "light" : (s.chosenTheme.value ?? (s.systemDark.value ? "dark" : "light")),
);

export const columns = computed(() => (s.dataset.value ? makeColumns(s.dataset.value) : null));

/** What each mention fails at: 0 is let through by words and filters. */
export const fails = computed(() => {
  const data = s.dataset.value;
  return data && columns.value ? failing(data, columns.value, s.filters.value, s.wordHits.value) : new Uint8Array(0);
});

/** The sentences on a front that words and filters let through. */
export function keepFront(group: FrontGroup): (item: FrontItem) => boolean {
  const [data, filters, hits] = [s.dataset.value!, s.filters.value, s.wordHits.value];
  return (item) => frontPasses(data, filters, hits, group, item);
}

export const matrix = computed(() => {
  const data = s.dataset.value;
  if (!data) return null;
  const failed = fails.value;
  return makeMatrix(data.places.id.length, data.mentions.place, data.mentions.day, (i) => failed[i] === 0);
});

/** Mentions of each place in the range. */
export const counts = computed(() => (matrix.value ? sumRows(matrix.value, s.range.value) : new Uint32Array(0)));

/** Sentences on each front in the range. */
export const frontCounts = computed(() => {
  const data = s.dataset.value;
  return Uint32Array.from(data?.fronts ?? [], (f) => frontItems(f, s.range.value, keepFront(f)).length);
});

export interface Sums {
  view: number;
  elsewhere: number;
  nowhere: number;
  time: number;
  outside: number;
  undated: number;
  filtered: number;
  unread: number;
  all: number;
  places: number;
  fronts: number;
}

/**
 * How all mentions are accounted for: view + elsewhere + nowhere = time;
 * time + outside + undated + filtered + unread = all.
 */
export const sums = computed<Sums>(() => {
  const data = s.dataset.value;
  const part = s.part.value;
  const out = {
    view: 0,
    elsewhere: 0,
    nowhere: 0,
    time: 0,
    outside: 0,
    undated: 0,
    filtered: 0,
    unread: 0,
    all: 0,
    places: 0,
    fronts: 0,
  };
  if (!data) return out;
  const { place, day } = data.mentions;
  const [range, failed, mask] = [s.range.value, fails.value, s.inView.value.places];
  for (let i = 0; i < place.length; i++) {
    if (failed[i] !== 0) out.filtered++;
    else if (!within(day[i], range)) out[day[i] === UNDATED ? "undated" : "outside"]++;
    else out[place[i] < 0 ? "nowhere" : mask[place[i]] ? "view" : "elsewhere"]++;
  }
  counts.value.forEach((n, row) => {
    out.places += Number(n > 0 && mask[row] === 1);
  });
  frontCounts.value.forEach((n, i) => {
    out.fronts += Number(n > 0 && s.inView.value.fronts[i] === 1);
  });
  out.time = out.view + out.elsewhere + out.nowhere;
  out.unread = part ? part.of - part.have : 0;
  out.all = place.length + out.unread;
  return out;
});

/** Of each facet's values, how many mentions in the range they would let through. */
export const facetSums = computed(() => {
  const data = s.dataset.value;
  if (!data || !columns.value) return null;
  return facetCounts(columns.value, fails.value, (i) => within(data.mentions.day[i], s.range.value));
});

/** Rows of the places to list, most mentioned first. */
export const listedPlaces = computed<number[]>(() => {
  const n = counts.value;
  const mask = s.inView.value.places;
  const rows: number[] = [];
  for (let row = 0; row < n.length; row++) if (n[row] > 0 && (s.everywhere.value || mask[row])) rows.push(row);
  return rows.sort((a, b) => n[b] - n[a] || a - b);
});

/** Indexes of the lines and areas to list, most spoken of first. */
export const listedFronts = computed<number[]>(() => {
  const n = frontCounts.value;
  const mask = s.inView.value.fronts;
  const rows: number[] = [];
  for (let i = 0; i < n.length; i++) if (n[i] > 0 && (s.everywhere.value || mask[i])) rows.push(i);
  return rows.sort((a, b) => n[b] - n[a] || a - b);
});

/** What the map shows as chosen. */
export const chosen = computed<Target | null>(() => {
  const data = s.dataset.value;
  const row = s.place.value ? data?.places.row.get(s.place.value) : undefined;
  if (row !== undefined) return { kind: "place", index: row };
  const index = s.front.value ? (data?.fronts.findIndex((f) => f.items.some((i) => i.id === s.front.value)) ?? -1) : -1;
  return index >= 0 ? { kind: "front", index } : null;
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

/** What the map shows: the mentions in view, in the range, that are let through, and the sentences on fronts. */
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
