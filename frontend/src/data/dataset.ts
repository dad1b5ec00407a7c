// What has been read, in columns: places, mentions and articles as rows of typed arrays.

import type { ArticleFeature, FrontFeature, MentionFeature, PlaceFeature } from "../api/types";
import { type Day, parseDay, UNDATED } from "../time/days";
import { dateGroup, type FrontGroup, groupFronts } from "./fronts";
import { Spellings } from "./names";
import { precisionCode } from "./precision";

export interface Article {
  id: string;
  title: string;
  source: string;
  day: Day;
  lang: string;
  /** Distinct places that it names, and mentions of them, those without a place included. */
  places: number;
  mentions: number;
}

export interface Places {
  id: string[];
  name: string[];
  nameAr: (string | undefined)[];
  kind: string[];
  precision: Uint8Array;
  /** Longitude and latitude. */
  lon: Float64Array;
  lat: Float64Array;
  /** The most that any of its mentions is sure of. */
  confidence: Float32Array;
  spellings: Spellings[];
  row: Map<string, number>;
}

export interface Mentions {
  id: string[];
  /** Rows of place (-1: not located) and article (-1: unknown). */
  place: Int32Array;
  article: Int32Array;
  /** The day that counts: the event's, or that of publication (see redate). */
  day: Int32Array;
  event: Int32Array;
  published: Int32Array;
  start: Uint32Array;
  end: Uint32Array;
  confidence: Float32Array;
  phrase: string[];
  sentence: string[];
  role: string[];
  /** Mentions by place: rows byPlace[from[p]] to byPlace[from[p + 1] - 1], newest first. */
  byPlace: Uint32Array;
  from: Uint32Array;
}

/** What has been read, of which one day of each mention counts. The same rows in every version of it. */
export interface Dataset {
  places: Places;
  mentions: Mentions;
  /** Newest first, the undated last. */
  articles: Article[];
  articleRow: Map<string, number>;
  fronts: FrontGroup[];
  first: Day;
  last: Day;
}

export interface Input {
  places: PlaceFeature[];
  mentions: MentionFeature[];
  fronts: FrontFeature[];
  articles: ArticleFeature[];
}

/** Which day counts: that of the event, where a sentence says one, or that of publication. */
export type DateBy = "event" | "published";

export function makeDataset(whole: Input, by: DateBy = "event"): Dataset {
  const input = { ...whole, mentions: whole.mentions.filter((f) => f.properties.role !== "anchor") };
  const { articles, articleRow } = makeArticles(input);
  const places = makePlaces(input);
  const mentions = makeMentions(input.mentions, places, articleRow);
  countArticles(articles, mentions);
  const fronts = groupFronts(input.fronts, articleRow);
  return redate({ places, mentions, articles, articleRow, fronts, first: UNDATED, last: UNDATED }, by);
}

/** The same with the other day counting. */
export function redate(data: Dataset, by: DateBy): Dataset {
  const day = data.mentions[by];
  const mentions = { ...data.mentions, day, ...indexByPlace(data.mentions.place, day, data.places.id.length) };
  const fronts = data.fronts.map((f) => dateGroup(f, by));
  return { ...data, mentions, fronts, ...extentOf(day, fronts) };
}

/** The first and the last day; both undated where nothing has one. */
function extentOf(days: Int32Array, fronts: FrontGroup[]): { first: Day; last: Day } {
  let first = 2147483647;
  let last = UNDATED;
  const see = (day: Day) => {
    if (day === UNDATED) return;
    first = Math.min(first, day);
    last = Math.max(last, day);
  };
  for (const day of days) see(day);
  for (const front of fronts) for (const item of front.items) see(item.day);
  return { first: last === UNDATED ? UNDATED : first, last };
}

function makeArticles(input: Input) {
  const articles: Article[] = withMissing(input).map(({ id, properties: p }) => ({
    id,
    title: p.title || id,
    source: p.source ?? "",
    day: parseDay(p.date ?? p.published),
    lang: p.language || "",
    places: 0,
    mentions: 0,
  }));
  articles.sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1));
  return { articles, articleRow: new Map(articles.map((a, i) => [a.id, i])) };
}

/** The articles, and those that only their mentions tell of: published outside of the time that was asked for. */
function withMissing({ articles, mentions }: Input): ArticleFeature[] {
  const known = new Map(articles.map((f) => [f.id, f]));
  for (const { properties: p } of mentions) {
    if (known.has(p.article)) continue;
    const properties = { title: "", source: p.source, byline: "", url: "", published: p.published, date: p.published };
    known.set(p.article, {
      type: "Feature",
      id: p.article,
      geometry: null,
      properties: { ...properties, language: "", mentions: 0 },
    });
  }
  return [...known.values()];
}

function makePlaces(input: Input): Places {
  const features = input.places.filter((f) => f.geometry?.type === "Point");
  const known = new Set(features.map((f) => f.id));
  // A mention's place that the collection lacks (it grew between two requests) is made from the mention.
  for (const { geometry, properties: p } of input.mentions) {
    if (!p.place || known.has(p.place) || geometry?.type !== "Point") continue;
    known.add(p.place);
    const properties = { name: p.name ?? p.phrase, kind: p.kind ?? "", precision: p.precision ?? "town" };
    features.push({ type: "Feature", id: p.place, geometry, properties: properties as PlaceFeature["properties"] });
  }
  const at = (f: PlaceFeature) => (f.geometry as GeoJSON.Point).coordinates;
  return {
    id: features.map((f) => f.id),
    name: features.map((f) => f.properties.name),
    nameAr: features.map((f) => f.properties.name_ar),
    kind: features.map((f) => f.properties.kind ?? ""),
    precision: Uint8Array.from(features, (f) => precisionCode(f.properties.precision)),
    lon: Float64Array.from(features, (f) => at(f)[0]),
    lat: Float64Array.from(features, (f) => at(f)[1]),
    confidence: new Float32Array(features.length),
    spellings: features.map(() => new Spellings()),
    row: new Map(features.map((f, i) => [f.id, i])),
  };
}

function makeMentions(features: MentionFeature[], places: Places, articleRow: Map<string, number>): Mentions {
  const properties = features.map((f) => f.properties);
  const place = Int32Array.from(properties, (p) => (p.place ? (places.row.get(p.place) ?? -1) : -1));
  const event = Int32Array.from(properties, (p) => parseDay(p.date ?? p.published));
  const confidence = Float32Array.from(properties, (p) => p.confidence ?? 0);
  properties.forEach((p, i) => {
    if (place[i] < 0) return;
    if (p.role === "place") places.spellings[place[i]].add(p.phrase);
    places.confidence[place[i]] = Math.max(places.confidence[place[i]], confidence[i]);
  });
  return {
    id: features.map((f) => f.id),
    place,
    day: event,
    event,
    published: Int32Array.from(properties, (p) => parseDay(p.published)),
    confidence,
    article: Int32Array.from(properties, (p) => articleRow.get(p.article) ?? -1),
    start: Uint32Array.from(properties, (p) => p.start),
    end: Uint32Array.from(properties, (p) => p.end),
    phrase: properties.map((p) => p.phrase),
    sentence: properties.map((p) => p.sentence),
    role: properties.map((p) => p.role),
    byPlace: new Uint32Array(0),
    from: new Uint32Array(0),
  };
}

function indexByPlace(place: Int32Array, day: Int32Array, rows: number) {
  const located: number[] = [];
  for (let i = 0; i < place.length; i++) if (place[i] >= 0) located.push(i);
  const byPlace = Uint32Array.from(located).sort((a, b) => place[a] - place[b] || day[b] - day[a] || a - b);
  const from = new Uint32Array(rows + 1);
  for (const i of byPlace) from[place[i] + 1]++;
  for (let p = 0; p < rows; p++) from[p + 1] += from[p];
  return { byPlace, from };
}

function countArticles(articles: Article[], m: Mentions) {
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
