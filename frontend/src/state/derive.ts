// What follows from what was read and what was chosen.

import { computed } from "@preact/signals-core";
import { frontItems } from "../data/fronts";
import { makeMatrix, sumRow, sumRows } from "../data/matrix";
import { scriptOf } from "../data/names";
import { countryName, lang } from "../i18n";
import { areaId } from "../map/areas";
import type { Target } from "../map/model";
import { UNDATED, within } from "../time/days";
import * as s from "./store";

export const theme = computed(() => s.chosenTheme.value ?? (s.systemDark.value ? "dark" : "light"));

/** Whether a mention's article holds the words asked for. */
const keep = computed(() => {
  const hits = s.wordHits.value;
  return hits ? (row: number) => hits.has(row) : undefined;
});

export const matrix = computed(() => {
  const data = s.dataset.value;
  if (!data) return null;
  const passes = keep.value;
  const { place, day, article } = data.mentions;
  return makeMatrix(data.places.id.length, place, day, passes && ((i) => passes(article[i])));
});

/** Mentions of each place in the range. */
export const counts = computed(() => (matrix.value ? sumRows(matrix.value, s.range.value) : new Uint32Array(0)));

/** Sentences on each front in the range. */
export const frontCounts = computed(() => {
  const data = s.dataset.value;
  return Uint32Array.from(data?.fronts ?? [], (f) => frontItems(f, s.range.value, keep.value).length);
});

export interface Sums {
  view: number;
  elsewhere: number;
  nowhere: number;
  time: number;
  outside: number;
  undated: number;
  all: number;
  places: number;
  fronts: number;
}

/** How all mentions are accounted for: view + elsewhere + nowhere = time; time + outside + undated = all. */
export const sums = computed<Sums>(() => {
  const out: Sums = {
    view: 0,
    elsewhere: 0,
    nowhere: 0,
    time: 0,
    outside: 0,
    undated: 0,
    all: 0,
    places: 0,
    fronts: 0,
  };
  const data = s.dataset.value;
  const m = matrix.value;
  if (!data || !m) return out;
  const mask = s.inView.value.places;
  const range = s.range.value;
  counts.value.forEach((n, row) => {
    if (mask[row]) {
      out.view += n;
      out.places += Number(n > 0);
    } else out.elsewhere += n;
    out.all += sumRow(m, row, null);
    if (range) out.undated += m.undated[row];
  });
  const { place, day, article } = data.mentions;
  for (let i = 0; i < place.length; i++) {
    if (place[i] >= 0 || (keep.value && !keep.value(article[i]))) continue;
    out.all++;
    if (within(day[i], range)) out.nowhere++;
    else if (day[i] === UNDATED) out.undated++;
  }
  frontCounts.value.forEach((n, i) => {
    out.fronts += Number(n > 0 && s.inView.value.fronts[i] === 1);
  });
  out.time = out.view + out.elsewhere + out.nowhere;
  out.outside = out.all - out.time - out.undated;
  return out;
});

/** Rows of the articles that name something in view, in the range, newest first. */
export const articlesInView = computed<number[]>(() => {
  const data = s.dataset.value;
  if (!data) return [];
  const { byPlace, from, day, article } = data.mentions;
  const found = new Uint8Array(data.articles.length);
  const range = s.range.value;
  const n = counts.value;
  s.inView.value.places.forEach((seen, row) => {
    if (!seen || n[row] === 0) return;
    for (let k = from[row]; k < from[row + 1]; k++) {
      const i = byPlace[k];
      if (range && day[i] < range.from) break;
      if (article[i] >= 0 && within(day[i], range)) found[article[i]] = 1;
    }
  });
  data.fronts.forEach((f, i) => {
    if (!s.inView.value.fronts[i] || frontCounts.value[i] === 0) return;
    for (const item of frontItems(f, range)) if (item.article >= 0) found[item.article] = 1;
  });
  return rowsOf(found);
});

/** Rows of all articles that belong to the range, newest first. */
export const articlesInTime = computed<number[]>(() => {
  const data = s.dataset.value;
  if (!data) return [];
  const found = Uint8Array.from(data.articles, (a) => Number(within(a.day, s.range.value)));
  const { day, article } = data.mentions;
  for (let i = 0; i < day.length; i++) if (article[i] >= 0 && within(day[i], s.range.value)) found[article[i]] = 1;
  return rowsOf(found);
});

function rowsOf(found: Uint8Array): number[] {
  const rows: number[] = [];
  const passes = keep.value;
  found.forEach((yes, row) => {
    if (yes && (!passes || passes(row))) rows.push(row);
  });
  return rows;
}

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

export const passes = (articleRow: number) => !keep.value || keep.value(articleRow);
