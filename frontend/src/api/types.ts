// What the server sends. Offsets count Unicode code points.

export interface Feature<P, G = GeoJSON.Geometry | null> {
  type: "Feature";
  id: string;
  geometry: G;
  properties: P;
}

export interface Page<F> {
  type: "FeatureCollection";
  numberMatched: number;
  numberReturned: number;
  links: { rel: string; href: string }[];
  features: F[];
}

export interface MentionProperties {
  place: string | null;
  name: string | null;
  phrase: string;
  sentence: string;
  start: number;
  end: number;
  article: string;
  source: string;
  /** The article's, where the server says it. */
  language?: string | null;
  date: string | null;
  published: string | null;
  role: string;
  kind: string | null;
  precision: string | null;
  confidence: number;
}

export interface PlaceProperties {
  name: string;
  /** The name in Arabic, where the server knows one. */
  name_ar?: string | null;
  kind: string;
  precision: string;
  mentions: number;
  articles: number;
  first: string | null;
  last: string | null;
}

export interface FrontProperties {
  kind: string;
  phrase: string;
  reading: string;
  uncertainty_km: number;
  /** Drawn by rule: not the known outline or course of anything. */
  schematic: boolean;
  anchors: string;
  sentence: string;
  start: number;
  end: number;
  article: string;
  source: string;
  language?: string | null;
  date: string | null;
  published: string | null;
  confidence: number;
}

export interface ArticleProperties {
  title: string;
  source: string;
  byline: string;
  url: string;
  published: string | null;
  date: string | null;
  language: string;
  mentions: number;
}

export type MentionFeature = Feature<MentionProperties>;
export type PlaceFeature = Feature<PlaceProperties>;
export type FrontFeature = Feature<FrontProperties>;
export type ArticleFeature = Feature<ArticleProperties>;

export interface Collections {
  places: PlaceFeature;
  mentions: MentionFeature;
  fronts: FrontFeature;
  articles: ArticleFeature;
}

export interface Candidate {
  place: string;
  name: string;
  kind: string;
  lat: number;
  lon: number;
  score: number;
}

export interface DocumentMention {
  start: number;
  end: number;
  phrase: string;
  place: string | null;
  name: string | null;
  role: string;
  precision: string | null;
  confidence: number;
  reason?: string;
  sentence?: [number, number];
  candidates: Candidate[];
}

export interface DocumentFront {
  start: number;
  end: number;
  phrase: string;
  kind: string;
  reading: string;
}

/** An article in full, from /articles/{id}. */
export interface Document {
  id: string;
  lang: string;
  title?: string;
  byline?: string;
  source?: string;
  url?: string;
  published?: string;
  text?: string;
  /** Stretches of the text that tell nothing: navigation, dates, bylines, repetitions. */
  aside?: [number, number][];
  /** What of the input is not part of the text. */
  left_out?: LeftOut[];
  mentions: DocumentMention[];
  fronts: DocumentFront[];
}

/** A stretch of an input that is not part of an article: its lines, and why. */
export interface LeftOut {
  reason: string;
  text: string;
  lines?: [number, number];
}

/** A place of the gazetteer, from /search. */
export interface Found {
  id: string;
  name: string;
  matched: string;
  kind: string;
  lat: number;
  lon: number;
  country: string;
  admin1: string;
}
