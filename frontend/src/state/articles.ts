// The lists of articles: from the data read, or from the server.

import { computed } from "@preact/signals-core";
import type { Article } from "../data/articles";
import type { Dataset } from "../data/dataset";
import { type Day, onlyUndated, UNDATED, within } from "../domain/days";
import { fails } from "./derive";
import { articlesEverywhere, articlesInWindow, type Listing } from "./large";
import type { ServerQuery } from "./query";
import * as s from "./store";
import { wordHits } from "./words";

/** Articles with a mention in view, in the range. */
const readInView = computed<Article[]>(() => {
  const data = s.dataset.value;
  if (!data) return [];
  const mask = s.inView.value.places;
  return inOrder(
    data,
    articlesWhere(data, (place) => place >= 0 && mask[place] === 1),
  );
});

/** All articles in the range. */
const readInTime = computed<Article[]>(() => {
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
    if (!found.has(row)) found.set(row, a.day);
  });
  return inOrder(data, found);
});

/**
 * Rows of the articles with a selected mention, in the range, of a wanted place, with its
 * newest day. Lines and areas do not count: a region that covers everything would bring in
 * every article that names it.
 */
function articlesWhere(data: Dataset, place: (row: number) => boolean): Map<number, Day> {
  const { mentions: m } = data;
  const found = new Map<number, Day>();
  const [range, failed] = [s.settledRange.value, fails.value];
  for (let i = 0; i < m.place.length; i++) {
    const a = m.article[i];
    if (a >= 0 && failed[i] === 0 && within(m.day[i], range) && place(m.place[i]))
      found.set(a, Math.max(found.get(a) ?? UNDATED, m.day[i]));
  }
  return found;
}

/** Newest first: in a period of event dates by selected days, else by publication, as the rows are. */
function inOrder({ articles }: Dataset, found: Map<number, Day>): Article[] {
  const rows = [...found].sort(([a], [b]) => a - b);
  const range = s.settledRange.value;
  if (!range || onlyUndated(range) || s.dateBy.value !== "event") return rows.map(([row]) => articles[row]);
  return rows.sort((a, b) => b[1] - a[1]).map(([row, told]) => ({ ...articles[row], told }));
}

export interface ArticleList {
  /** The first of them, or all. */
  articles: readonly Article[];
  /** Their number; undefined until known. */
  total: number | undefined;
  /** More are loading. */
  waiting: boolean;
  /** The server did not answer. */
  failed: boolean;
}

function listing(read: () => Article[], answer: ServerQuery<Listing>): ArticleList {
  const data = s.dataset.value;
  if (!data) return { articles: [], total: undefined, waiting: true, failed: false };
  if (!data.sums) {
    const articles = read();
    return { articles, total: articles.length, waiting: false, failed: false };
  }
  const { value, state } = answer.value;
  return {
    articles: value?.articles ?? [],
    total: value?.total,
    waiting: state === "idle" || state === "asking",
    failed: state === "failed",
  };
}

/** Articles with a mention in view, in the range, newest first. */
export const articlesInView = computed(() => listing(() => readInView.value, articlesInWindow));

/** All articles in the range, newest first. */
export const articlesInTime = computed(() => listing(() => readInTime.value, articlesEverywhere));
