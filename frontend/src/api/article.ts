import { get } from "./get";
import type { Document } from "./types";

/** Reads an article in full. */
export function article(id: string, signal?: AbortSignal): Promise<Document> {
  return get(`articles/${encodeURIComponent(id)}`, signal);
}
