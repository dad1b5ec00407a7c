// What the server counts: mentions by place and time, by value, by article.

import { GEOJSON_TYPE, get } from "./get";
import type { Facets, MentionFeature, Mentioning, Page, Sums } from "./types";

/** Parameters by which mentions are selected. */
export type Query = Record<string, string>;

/** The shortest time that sums tell apart. */
export type Bin = "day" | "week";

const mentions = <T>(what: string, query: Query, signal?: AbortSignal, accept?: string) =>
  get<T>(`collections/mentions/${what}?${new URLSearchParams(query)}`, signal, accept);

export const sums = (bin: Bin, by: "event" | "published", query: Query, signal?: AbortSignal) =>
  mentions<Sums>("sums", { by: `place,${bin}`, ...(by === "published" ? { date: by } : {}), ...query }, signal);

export const facets = (query: Query, signal?: AbortSignal) => mentions<Facets>("facets", query, signal);

/** The articles that mentions stand in, newest first, as many as the limit says. */
export const mentioning = (query: Query, limit: number, signal?: AbortSignal) =>
  mentions<Mentioning>("articles", { ...query, limit: String(limit) }, signal);

/** The first mentions of a selection, anchors of fronts among them where the query lets them through. */
export const firstMentions = (query: Query, limit: number, signal?: AbortSignal) =>
  mentions<Page<MentionFeature>>("items", { ...query, limit: String(limit) }, signal, GEOJSON_TYPE);
