// The articles, newest first, undated last.

import type { ArticleFeature, MentionFeature, Mentioning } from "../api/types";
import { type Day, parseDay } from "../domain/days";
import { isFile, outlets } from "../domain/outlet";
import type { Mentions } from "./mentions";

export interface Article {
  id: string;
  title: string;
  source: string;
  day: Day;
  lang: string;
  /** Whether it is a copy of an earlier one, and the other outlets with the text. */
  copy: boolean;
  alsoIn: string;
  /** Distinct places, and mentions including those without a place. */
  places: number;
  mentions: number;
  /** A sentence with the words searched for, if the server gives it. */
  sentence?: string;
  /** In a period of event dates the newest selected day, if known. */
  told?: Day;
}

type Told = "title" | "source" | "date" | "published" | "language" | "story" | "also_in";

/** An article's data: from its own feature, or from a mention. */
type ArticleTold = Pick<ArticleFeature, "id"> & { properties: Pick<ArticleFeature["properties"], Told> };

export function makeArticles(features: ArticleFeature[], mentions: MentionFeature[]) {
  const articles: Article[] = withMissing(features, mentions).map(({ id, properties: p }) => ({
    id,
    title: p.title || id,
    source: p.source ?? "",
    day: parseDay(p.date ?? p.published),
    lang: p.language ?? "",
    ...storyOf(id, p),
    places: 0,
    mentions: 0,
  }));
  articles.sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1));
  return { articles, articleRow: new Map(articles.map((a, i) => [a.id, i])) };
}

const storyOf = (id: string, of: Pick<Mentioning["articles"][number], "story" | "also_in">) => ({
  copy: (of.story ?? id) !== id,
  alsoIn: outlets((of.also_in ?? "").split("; ").map((source) => [source, 1]))
    .map(({ sources }) => sources[0])
    .filter((source) => source && !isFile(source))
    .join(", "),
});

/** The articles, including those known only from mentions, which arrived between two requests. */
function withMissing(articles: ArticleFeature[], mentions: MentionFeature[]): ArticleTold[] {
  const known = new Map<string, ArticleTold>(articles.map((f) => [f.id, f]));
  for (const { properties: p } of mentions) {
    if (known.has(p.article)) continue;
    const { source, language, published } = p;
    const properties = { title: null, source, language, date: published, published, story: null, also_in: null };
    known.set(p.article, { id: p.article, properties });
  }
  return [...known.values()];
}

export function countArticles(articles: Article[], m: Mentions) {
  const seen = new Set<number>();
  for (let i = 0; i < m.place.length; i++) {
    const a = m.article[i];
    if (a < 0) continue;
    articles[a].mentions++;
    if (m.place[i] < 0) continue;
    const pair = a * 4294967296 + m.place[i];
    if (!seen.has(pair)) articles[a].places++;
    seen.add(pair);
  }
}

/** The articles that the server lists; only selected mentions are counted. */
export const toArticles = (doc: Mentioning): Article[] =>
  doc.articles.map((a) => ({
    id: a.id,
    title: a.title || a.id,
    source: a.source ?? "",
    day: parseDay(a.date),
    lang: a.language ?? "",
    ...storyOf(a.id, a),
    places: a.places,
    mentions: a.mentions,
    ...(a.sentence ? { sentence: a.sentence } : {}),
    ...(a.told ? { told: parseDay(a.told) } : {}),
  }));
