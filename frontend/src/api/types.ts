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
  /** "day", "month" or "year". */
  date_precision?: string | null;
  /** "text", "context" (the year stands before), "published", or "neighbours" on the page. */
  date_from?: string | null;
  published: string | null;
  role: string;
  kind: string | null;
  precision: string | null;
  confidence: number;
  country?: string | null;
  admin1?: string | null;
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
  country?: string | null;
  /** The first division of the country. */
  admin1?: string | null;
  /** Where the coordinates come from. */
  coord_source?: string | null;
  /** How far what is meant may lie from the point. */
  uncertainty_km?: number | null;
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
  date_precision?: string | null;
  date_from?: string | null;
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
  /** Id of the first article of the same text; null where there is no copy. */
  story?: string | null;
  /** Other outlets of the text, with ; between. */
  also_in?: string | null;
}

/** Reports of the same event. */
export interface IncidentProperties {
  type: string;
  types: string;
  place: string | null;
  name: string | null;
  precision: string | null;
  agent: string | null;
  target: string | null;
  holder: string | null;
  status: string;
  date: string | null;
  date_precision: string | null;
  reports: number;
  stories: number;
  articles: number;
  sources: string | null;
  source_sides: string | null;
  disputed: boolean;
  disagreement: string | null;
  sentence: string | null;
  first_article: string;
  first_source: string | null;
  events: string;
}

/** Who is said to hold a place on a day. */
export interface ControlProperties {
  place: string;
  name: string;
  state: "held" | "contested" | "unknown";
  holder: string | null;
  by: string | null;
  rival: string | null;
  colour: string;
  rival_colour: string | null;
  since: string;
  since_precision: string;
  age_days: number;
  claims: number;
  why: Claim[];
  date: string;
}

/** What a sentence claims of who holds a place. */
export interface Claim {
  date: string;
  source: string;
  type: string;
  status: string;
  sentence: string;
  /** Its id in the collection events. */
  event: string;
}

/** A piece of the line between places that opposing sides are said to hold. */
export interface ContactProperties {
  left: string;
  left_holder: string;
  left_colour: string;
  left_why: Claim[];
  right: string;
  right_holder: string;
  right_colour: string;
  right_why: Claim[];
  /** River or road that it follows. */
  along: string | null;
  uncertainty_km: number;
  age_days: number;
  date: string;
}

export type IncidentFeature = Feature<IncidentProperties, GeoJSON.Point | null>;
export type ControlFeature = Feature<ControlProperties, GeoJSON.Point>;
export type ContactFeature = Feature<ContactProperties, GeoJSON.LineString>;

export type MentionFeature = Feature<MentionProperties>;
export type PlaceFeature = Feature<PlaceProperties>;
export type FrontFeature = Feature<FrontProperties>;
export type ArticleFeature = Feature<ArticleProperties>;

export interface Collections {
  places: PlaceFeature;
  mentions: MentionFeature;
  fronts: FrontFeature;
  articles: ArticleFeature;
  incidents: IncidentFeature;
  control: ControlFeature;
  contact: ContactFeature;
}

export interface Candidate {
  place: string;
  name: string;
  kind: string;
  lat: number;
  lon: number;
  score: number;
}

/** That something was corrected, and what it was before. */
export interface Corrected {
  /** Its id. */
  correction: string;
  by?: string;
  at?: string;
  why?: string;
  not_a_place?: boolean;
  original: { place?: string; name?: string; kind?: string; date?: string };
}

export interface DocumentMention {
  /** As a feature, where that is not made of its article's and its span. */
  id?: string;
  start: number;
  end: number;
  phrase: string;
  place: string | null;
  name: string | null;
  role: string;
  precision: string | null;
  confidence: number;
  reason?: string;
  date?: string | null;
  date_precision?: string | null;
  date_from?: string | null;
  sentence?: [number, number];
  candidates: Candidate[];
  lat?: number | null;
  lon?: number | null;
  corrected?: Corrected;
}

export interface DocumentFront {
  start: number;
  end: number;
  phrase: string;
  kind: string;
  reading: string;
  /** How far off the drawn line or edge may be. */
  uncertainty_km?: number;
  schematic?: boolean;
  confidence?: number;
  anchors?: Anchor[];
  geometry?: GeoJSON.Geometry | null;
  date?: string | null;
  corrected?: Corrected;
}

/** A place that a line or area is drawn from. */
export interface Anchor {
  place: string | null;
  name: string;
  lat: number;
  lon: number;
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

/** An older text of an article. */
export interface Revision {
  /** 1 is the first. */
  number: number;
  /** When the next one was stored. */
  until: string;
  document: Document;
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
