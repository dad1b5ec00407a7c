// Mentions by division, in the settled range, filtered.

import { computed } from "@preact/signals-core";
import { articlesByKey, divisionKeys, sumByKey, timesCSV } from "../data/divisions";
import { coarser, type Unit } from "../domain/bins";
import { classOf, classStarts } from "../domain/classes";
import { within } from "../domain/days";
import { countryName, lang } from "../i18n";
import { settledCounts } from "./breakdown";
import { divisionName, matrix, passes } from "./derive";
import { finest } from "./range";
import * as s from "./store";

const keys = computed(() => (s.dataset.value ? divisionKeys(s.dataset.value.places, s.divisionCodes.value) : []));

export interface Division {
  key: string;
  name: string;
  country: string;
  n: number;
}

/** The division and the country of a key. */
function named(key: string): [division: string, country: string] {
  const label = s.divisionLabels.value.get(key);
  if (!label) {
    const [country, name] = key.split("|");
    return [divisionName(name ?? key), divisionName(country)];
  }
  return [lang.value === "ar" ? label.nameAr : label.name, countryName(key.slice(0, 2)) ?? ""];
}

/** Whether articles can be counted: a large archive has only mentions. */
export const canCountArticles = computed(() => s.dataset.value !== null && !s.dataset.value.sums);

const counted = computed(() => {
  const data = s.dataset.value;
  if (!data || s.measure.value === "mentions" || !canCountArticles.value)
    return sumByKey(keys.value, settledCounts.value);
  const { day } = data.mentions;
  return articlesByKey(keys.value, data.mentions, (i) => passes(i) && within(day[i], s.settledRange.value));
});

/** The mentioned divisions, highest count first. */
export const divisions = computed<Division[]>(() => {
  const all = [...counted.value].map(([key, n]) => {
    const [name, country] = named(key);
    return { key, name, country, n };
  });
  return all.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
});

export const starts = computed(() => classStarts(counted.value.values()));

/** The class of each division, if divisions are listed; else null. */
export const choropleth = computed<ReadonlyMap<string, number> | null>(() => {
  if (s.list.value !== "divisions" || s.article.value || s.selected.value) return null;
  return new Map([...counted.value].map(([key, n]) => [key, classOf(n, starts.value)]));
});

/** The unit of the file of divisions: weeks, or a coarser one if the data is. */
export const divisionUnit = computed(() => coarser("week", finest.value) as Exclude<Unit, "day">);

/** The mentions of each division in each unit of time. */
export const divisionTimes = () =>
  matrix.value ? timesCSV(matrix.value, keys.value, divisionUnit.value, s.settledRange.value, named) : "";
