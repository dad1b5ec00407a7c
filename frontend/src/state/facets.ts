// The values of each facet, with the number of mentions in the range for each: in view, or
// everywhere, as in the lists.

import { computed } from "@preact/signals-core";
import { facetCounts } from "../data/filter";
import { within } from "../domain/days";
import type { Facet } from "../domain/filters";
import { columns, fails } from "./derive";
import { facetDocs } from "./large";
import * as s from "./store";

const counted = computed(() => {
  const data = s.dataset.value;
  if (!data || !columns.value) return null;
  const { place, day } = data.mentions;
  const mask = s.everywhere.value ? null : s.inView.value.places;
  const wanted = (i: number) => within(day[i], s.settledRange.value) && (!mask || mask[place[i]] === 1);
  return facetCounts(columns.value, fails.value, wanted);
});

export function facetValues(facet: Facet): [value: string, n: number][] {
  if (s.dataset.value?.sums) return [...(facetDocs.value.value?.[facet] ?? [])];
  const values = columns.value?.[facet].values ?? [];
  return values.map((value, code) => [value, counted.value?.[facet][code] ?? 0]);
}
