import { get } from "./get";
import { items } from "./items";
import type { Found, FoundPlaces } from "./types";

/** Gazetteer places whose names match the text, in any spelling; with names in a language. */
export async function search(text: string, limit: number, lang: string, signal?: AbortSignal): Promise<Found[]> {
  const query = new URLSearchParams({ q: text, limit: String(limit), "accept-language": lang });
  const { results } = await get<FoundPlaces>(`search?${query}`, signal);
  return results;
}

/**
 * The articles with these words in their title or in a sentence that names a place, by id, with
 * the first such sentence, "" if there is none.
 */
export async function articlesWith(words: string, signal?: AbortSignal): Promise<Map<string, string>> {
  const query = { q: words };
  const [articles, mentions] = await Promise.all([
    items("articles", query, undefined, signal),
    items("mentions", query, undefined, signal),
  ]);
  const found = new Map(articles.map((f) => [f.id, ""]));
  for (const { properties: p } of mentions) if (!found.get(p.article)) found.set(p.article, p.sentence ?? "");
  return found;
}
