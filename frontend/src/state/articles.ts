// Which articles there are to list: of what was read, or as the server lists them.

import { computed } from "@preact/signals-core";
import type { Article } from "../data/articles";
import type { Dataset } from "../data/dataset";
import { within } from "../domain/days";
import { fails } from "./derive";
import { articlesEverywhere, articlesInWindow, type Listing } from "./large";
import type { ServerQuery } from "./query";
import * as s from "./store";
import { wordHits } from "./words";

/** Rows of the articles with a mention in view, in the range, newest first. */
const rowsInView = computed<number[]>(() => {
  const data = s.dataset.value;
  if (!data) return [];
  const mask = s.inView.value.places;
  return rowsOf(articlesWhere(data, (place) => place >= 0 && mask[place] === 1));
});

/** Rows of all articles that belong to the range, newest first. */
const rowsInTime = computed<number[]>(() => {
  const data = s.dataset.value;
  if (!data) return [];
  const found = articlesWhere(data, () => true);
  const { source, language, kind, role, precision, confidence, box, near, once } = s.filters.value;
  const ofMentions = box || near || kind.length + role.length + precision.length + confidence.length > 0;
  const hits = wordHits.value;
  data.articles.forEach((a, row) => {
    if (ofMentions || !within(a.day, s.settledRange.value) || (hits && !hits.has(row))) return;
    if (once && a.copy) return;
    if (source.length && !source.includes(a.source)) return;
    if (language.length && !language.includes(a.lang)) return;
    found[row] = 1;
  });
  return rowsOf(found);
});

/** Marks the articles with a mention that is let through, in the range, of a place that is wanted. What a line or area touches
 * does not count: a region that covers everything would bring in every article that names it. */
function articlesWhere(data: Dataset, place: (row: number) => boolean): Uint8Array {
  const { mentions: m } = data;
  const found = new Uint8Array(data.articles.length);
  const [range, failed] = [s.settledRange.value, fails.value];
  for (let i = 0; i < m.place.length; i++) {
    const a = m.article[i];
    if (a >= 0 && !found[a] && failed[i] === 0 && within(m.day[i], range) && place(m.place[i])) found[a] = 1;
  }
  return found;
}

function rowsOf(found: Uint8Array): number[] {
  const rows: number[] = [];
  found.forEach((yes, row) => {
    if (yes) rows.push(row);
  });
  return rows;
}

export interface ArticleList {
  /** The first of them, or all. */
  articles: readonly Article[];
  total: number;
  /** Others are on their way. */
  waiting: boolean;
  /** The server did not say. */
  failed: boolean;
}

function listing(rows: () => number[], answer: ServerQuery<Listing>): ArticleList {
  const data = s.dataset.value;
  if (!data) return { articles: [], total: 0, waiting: true, failed: false };
  if (!data.sums) {
    const all = rows();
    return { articles: all.map((row) => data.articles[row]), total: all.length, waiting: false, failed: false };
  }
  const { value, state } = answer.value;
  return {
    articles: value?.articles ?? [],
    total: value?.total ?? 0,
    waiting: state === "idle" || state === "asking",
    failed: state === "failed",
  };
}

/** The articles with a mention in view, in the range, newest first. */
export const articlesInView = computed(() => listing(() => rowsInView.value, articlesInWindow));

/** All articles that belong to the range, newest first. */
export const articlesInTime = computed(() => listing(() => rowsInTime.value, articlesEverywhere));
