// What has been read, in columns: places, mentions and articles as rows of typed arrays.

import type { ArticleFeature, FrontFeature, MentionFeature, MentionProperties, PlaceFeature } from "../api/types";
import { type Day, parseDay, UNDATED } from "../time/days";
import { type FrontGroup, groupFronts } from "./fronts";
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
  /** Rows of place (-1: not located) and article (-1: unknown). */
  place: Int32Array;
  article: Int32Array;
  day: Int32Array;
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

export function makeDataset(input: Input): Dataset {
  const { articles, articleRow } = makeArticles(input);
  const places = makePlaces(input);
  const mentions = makeMentions(input.mentions, places, articleRow);
  countArticles(articles, mentions);
  const fronts = groupFronts(input.fronts, articleRow);
  let first = 2147483647;
  let last = UNDATED;
  const see = (day: Day) => {
    if (day === UNDATED) return;
    first = Math.min(first, day);
    last = Math.max(last, day);
  };
  for (const day of mentions.day) see(day);
  for (const front of fronts) for (const item of front.items) see(item.day);
  return { places, mentions, articles, articleRow, fronts, first: last === UNDATED ? UNDATED : first, last };
}

function makeArticles(input: Input) {
  const articles: Article[] = input.articles.map(({ id, properties: p }) => ({
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

/** Whether a mention counts for its place: not where the place only says where a front is. */
function isCounted(p: MentionProperties): p is MentionProperties & { place: string } {
  return p.place != null && p.role !== "anchor";
}

function makePlaces(input: Input): Places {
  const features = input.places.filter((f) => f.geometry?.type === "Point");
  const known = new Set(features.map((f) => f.id));
  // A mention's place that the collection lacks (it grew between two requests) is made from the mention.
  for (const { geometry, properties: p } of input.mentions) {
    if (!isCounted(p) || known.has(p.place) || geometry?.type !== "Point") continue;
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
  const place = Int32Array.from(properties, (p) => (isCounted(p) ? (places.row.get(p.place) ?? -1) : -1));
  const day = Int32Array.from(properties, (p) => parseDay(p.date ?? p.published));
  const confidence = Float32Array.from(properties, (p) => p.confidence ?? 0);
  properties.forEach((p, i) => {
    if (place[i] < 0) return;
    if (p.role === "place") places.spellings[place[i]].add(p.phrase);
    places.confidence[place[i]] = Math.max(places.confidence[place[i]], confidence[i]);
  });
  const { byPlace, from } = indexByPlace(place, day, places.id.length);
  return {
    place,
    day,
    confidence,
    article: Int32Array.from(properties, (p) => articleRow.get(p.article) ?? -1),
    start: Uint32Array.from(properties, (p) => p.start),
    end: Uint32Array.from(properties, (p) => p.end),
    phrase: properties.map((p) => p.phrase),
    sentence: properties.map((p) => p.sentence),
    role: properties.map((p) => p.role),
    byPlace,
    from,
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
