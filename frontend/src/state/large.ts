// Large archives: data requested from the server on demand.

import { computed } from "@preact/signals-core";
import { facets, firstMentions, mentioning, type Query, sums } from "../api/sums";
import type { Facets } from "../api/types";
import { type Article, toArticles } from "../data/articles";
import { learnConfidence } from "../data/places";
import { type Choice, COUNTED, toQuery, UNFILTERED } from "../data/query";
import { type Tally, tallyOf } from "../data/tally";
import type { DateBy } from "../domain/days";
import { type Facet, type Filters, facets as facetNames } from "../domain/filters";
import { shownOf } from "./portions";
import { serverQuery } from "./query";
import * as s from "./store";

const choice = (): Choice => ({ filters: s.filters.value, words: s.words.value, by: s.dateBy.value });

const inTime = (): Choice => ({ ...choice(), range: s.settledRange.value });

/** The selection by words and filters, for all time; null if that is what the archive's own sums count. */
const selection = computed<Query | null>(() => {
  const query = toQuery(choice());
  return query.filter === UNFILTERED.filter && !query.q && !query.copies ? null : query;
});

/** A query on a large archive, repeated when that has grown. */
function aboutLarge<Q extends object>(question: () => Q | null): () => (Q & { generation: number }) | null {
  return () => {
    const wanted = s.dataset.value?.sums ? question() : null;
    return wanted && { ...wanted, generation: s.generation.value };
  };
}

/** The sums of the selected mentions. */
export const filtered = serverQuery({
  question: aboutLarge(() => selection.value && { query: selection.value, by: s.dateBy.value }),
  ask: async ({ by, query }: { by: DateBy; query: Query }, stop) => {
    const { sums: all, places } = s.dataset.peek()!;
    const doc = await sums(all!.bin, by, query, stop);
    learnConfidence(places, doc);
    return tallyOf(doc, places.id.length, (id) => places.row.get(id));
  },
});

/** The filtered sums; all without filters; null while loading. */
export const summed = computed<Tally | null>(() => {
  const all = s.dataset.value?.sums;
  if (!all) return null;
  return selection.value ? filtered.value.value : all.tally;
});

export interface Listing {
  articles: Article[];
  total: number;
}

async function list({ query, limit }: { query: Query; limit: number }, stop: AbortSignal): Promise<Listing> {
  const doc = await mentioning(query, limit, stop);
  return { articles: toArticles(doc), total: doc.numberMatched };
}

/** Articles with a mention in the window. */
export const articlesInWindow = serverQuery({
  question: aboutLarge(
    () => s.mapBox.value && { query: toQuery({ ...inTime(), window: s.mapBox.value }), limit: limitOf(false) },
  ),
  ask: list,
});

/** Articles with a mention anywhere. */
export const articlesEverywhere = serverQuery({
  question: aboutLarge(() => (s.everywhere.value ? { query: toQuery(inTime()), limit: limitOf(true) } : null)),
  ask: list,
});

/** The count of each value of each facet. */
export const facetDocs = serverQuery({
  question: aboutLarge(() => {
    const window = s.everywhere.value ? null : s.mapBox.value;
    return s.filtersOpen.value ? { ...inTime(), ...(window && { window }) } : null;
  }),
  ask: countFacets,
});

/** The newest mentions of the open place. */
export const ofPlace = serverQuery({
  question: aboutLarge(() => {
    const open = s.selected.value;
    return open?.collection === "places" && !s.article.value ? sentencesOf(open.id) : null;
  }),
  ask: async ({ place, query, limit }: ReturnType<typeof sentencesOf>, stop) => ({
    place,
    mentions: (await firstMentions(query, limit, stop)).features,
  }),
});

export function watchLarge() {
  for (const query of [filtered, articlesInWindow, articlesEverywhere, facetDocs, ofPlace]) query.watch();
}

/** As many as the list shows; for the hidden list only their number. */
const limitOf = (everywhere: boolean) => (s.everywhere.value === everywhere ? shownOf("articles") : 1);

function sentencesOf(place: string) {
  const sortby = s.dateBy.value === "event" ? "-date,article,start" : "-published,article,start";
  const query: Query = { ...toQuery({ ...inTime(), and: COUNTED }), place, sortby };
  return { place, query, limit: 2 * shownOf(`place ${place}`) }; // a sentence may name it twice
}

/** Each facet's counts ignore its own filter: they predict the effect of choosing a value. */
async function countFacets(choice: Choice, stop: AbortSignal) {
  const narrowed = facetNames.filter((f) => choice.filters[f].length > 0 || (f === "role" && !choice.filters.allRoles));
  const without = (f: Facet): Filters => ({ ...choice.filters, [f]: [], ...(f === "role" ? { allRoles: true } : {}) });
  const ask = (f?: Facet) => facets(toQuery(f ? { ...choice, filters: without(f) } : choice), stop);
  const [rest, ...own] = await Promise.all([ask(), ...narrowed.map(ask)]);
  const values = (facet: Facet) => valuesIn(own[narrowed.indexOf(facet)] ?? rest, facet);
  return Object.fromEntries(facetNames.map((f) => [f, values(f)])) as Record<Facet, Map<string, number>>;
}

/** Converts the server's values to the page's: the class of a kind, the level of a confidence. */
const words: Partial<Record<Facet, (value: string | null) => string>> = {
  kind: (v) => v?.[0] ?? "?",
  confidence: (v) => (Number(v) >= 0.8 ? "high" : Number(v) >= 0.5 ? "likely" : "uncertain"),
};

function valuesIn(doc: Facets, facet: Facet): Map<string, number> {
  const out = new Map<string, number>();
  for (const { value, count } of doc.facets.find((f) => f.name === facet)?.values ?? []) {
    const word = words[facet]?.(value) ?? value ?? "";
    out.set(word, (out.get(word) ?? 0) + count);
  }
  return out;
}
