// What the server counts: mentions by place and time, by value, by article.

import { GEOJSON_TYPE, get } from "./get";
import type { MentionFeature, Page } from "./types";

/** Parameters by which mentions are selected. */
export type Query = Record<string, string>;

/** The shortest time that sums tell apart. */
export type Bin = "day" | "week";

/** How often each place is mentioned in each bin. The entries of place i are those from start[i] to before start[i + 1]. */
export interface SumsDoc {
  numberMatched: number;
  places: string[];
  /** First days of the bins that hold anything, ascending. */
  bins: string[];
  start: number[];
  bin: number[];
  count: number[];
  undated: number[];
  confidence: number[];
  nowhere: { bin: number[]; count: number[]; undated: number };
}

export interface FacetsDoc {
  facets: { name: string; values: { value: string | null; count: number }[] }[];
}

export interface MentioningDoc {
  numberMatched: number;
  articles: {
    id: string;
    title: string | null;
    source: string | null;
    date: string | null;
    language: string | null;
    story?: string | null;
    also_in?: string | null;
    /** The newest day of the mentions that were selected, where a period of event dates selects them: the order. */
    told?: string;
    mentions: number;
    places: number;
    /** The first one that holds the words, where such are asked for. */
    sentence?: string;
  }[];
}

const mentions = <T>(what: string, query: Query, signal?: AbortSignal, accept?: string) =>
  get<T>(`collections/mentions/${what}?${new URLSearchParams(query)}`, signal, accept);

export const sums = (bin: Bin, by: "event" | "published", query: Query, signal?: AbortSignal) =>
  mentions<SumsDoc>("sums", { by: `place,${bin}`, ...(by === "published" ? { date: by } : {}), ...query }, signal);

export const facets = (query: Query, signal?: AbortSignal) => mentions<FacetsDoc>("facets", query, signal);

/** The articles that mentions stand in, newest first, as many as the limit says. */
export const mentioning = (query: Query, limit: number, signal?: AbortSignal) =>
  mentions<MentioningDoc>("articles", { ...query, limit: String(limit) }, signal);

/** The first mentions of a selection, anchors of fronts among them where the query lets them through. */
export const firstMentions = (query: Query, limit: number, signal?: AbortSignal) =>
  mentions<Page<MentionFeature>>("items", { ...query, limit: String(limit) }, signal, GEOJSON_TYPE);
