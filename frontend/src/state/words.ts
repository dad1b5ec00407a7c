// The articles that match the search. For a large archive the server's sums know.

import { computed } from "@preact/signals-core";
import { isPublished } from "../api/get";
import { articlesWith } from "../api/search";
import type { Article } from "../data/articles";
import { searchTerms } from "../domain/hits";
import { lazily } from "./lazily";
import { serverQuery } from "./query";
import * as s from "./store";

export const articlesWithWords = serverQuery({
  question: () => {
    const data = s.dataset.value;
    return s.words.value && data && !data.sums ? { words: s.words.value, generation: s.generation.value } : null;
  },
  ask: async ({ words }, stop) => {
    if (isPublished()) await tellTerms();
    return articlesWith(words, stop);
  },
});

/** Tells the replacement of the server on published pages (public/static.js) how to match words. */
async function tellTerms() {
  const { stem } = await import("../domain/stem");
  Object.assign(globalThis, { datelineTerms: (search: string) => searchTerms(search, stem) });
}

/** Rows of the matching articles; null without a search, or if the server did not answer. */
export const wordHits = computed<Set<number> | null>(() => {
  const { value, state } = articlesWithWords.value;
  const data = s.dataset.value;
  if (!value || !data || state === "failed") return null;
  return new Set([...value.keys()].map((id) => data.articleRow.get(id) ?? -1));
});

const stems = lazily(() => import("../domain/stem"));

/** The search words, to be highlighted in texts. */
export const searched = computed(() => (s.words.value ? searchTerms(s.words.value, stems()?.stem) : []));

/** A matching sentence of an article; "" if none is known. */
export const sentenceWith = ({ id, sentence }: Article): string =>
  sentence ?? (s.words.value && articlesWithWords.value.value?.get(id)) ?? "";
