// The server's counts: mentions by place and time, by value, by article.

import type { Unit } from "../domain/bins";
import { GEOJSON_TYPE, get, Refused } from "./get";
import type { Facets, MentionFeature, Mentioning, Page, Sums } from "./types";

/** Parameters that select mentions. */
export type Query = Record<string, string>;

const mentions = <T>(what: string, query: Query, signal?: AbortSignal, accept?: string) =>
  get<T>(`collections/mentions/${what}?${new URLSearchParams(query)}`, signal, accept);

export const sums = (bin: Unit, by: "event" | "published", query: Query, signal?: AbortSignal) =>
  mentions<Sums>("sums", { by: `place,${bin}`, ...(by === "published" ? { date: by } : {}), ...query }, signal);

/** There are too many sums for a response, even with the coarsest bins. */
export class TooManySums extends Error {}

/** The sums by the finest bins, from `bin` on, that fit a response. */
export async function finestSums(
  bin: Unit,
  by: "event" | "published",
  query: Query,
  signal?: AbortSignal,
): Promise<{ bin: Unit; sums: Sums }> {
  try {
    const found = await sums(bin, by, { ...query, coarser: "1" }, signal);
    return { bin: found.by[1] as Unit, sums: found };
  } catch (error) {
    if (error instanceof Refused && error.parameter === "by") throw new TooManySums(error.message);
    throw error;
  }
}

export const facets = (query: Query, signal?: AbortSignal) => mentions<Facets>("facets", query, signal);

/** The articles that mentions stand in, newest first, as many as the limit says. */
export const mentioning = (query: Query, limit: number, signal?: AbortSignal) =>
  mentions<Mentioning>("articles", { ...query, limit: String(limit) }, signal);

/** The first mentions of a selection, anchors of fronts among them where the query lets them through. */
export const firstMentions = (query: Query, limit: number, signal?: AbortSignal) =>
  mentions<Page<MentionFeature>>("items", { ...query, limit: String(limit) }, signal, GEOJSON_TYPE);
