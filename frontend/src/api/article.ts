import { get } from "./get";
import type { Document, Revision, Revisions } from "./types";

/** Reads an article in full. */
export function article(id: string, signal?: AbortSignal): Promise<Document> {
  return get(`articles/${encodeURIComponent(id)}`, signal);
}

/** Reads the older texts of an article, the first text first. */
export async function revisions(id: string, signal?: AbortSignal): Promise<Revision[]> {
  return (await get<Revisions>(`articles/${encodeURIComponent(id)}/revisions`, signal)).revisions;
}
