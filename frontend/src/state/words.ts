// The articles that hold the words that the reader looks for. Of a large archive the server's sums know.

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

/** Tells what answers for the server on published pages (public/static.js) how words are found. */
async function tellTerms() {
  const { stem } = await import("../domain/stem");
  Object.assign(globalThis, { datelineTerms: (search: string) => searchTerms(search, stem) });
}

/** Rows of the articles that hold the words; null where none are asked for, or the server did not say. */
export const wordHits = computed<Set<number> | null>(() => {
  const { value, state } = articlesWithWords.value;
  const data = s.dataset.value;
  if (!value || !data || state === "failed") return null;
  return new Set([...value.keys()].map((id) => data.articleRow.get(id) ?? -1));
});

const stems = lazily(() => import("../domain/stem"));

/** The words that are searched for, to be marked in texts. */
export const searched = computed(() => (s.words.value ? searchTerms(s.words.value, stems()?.stem) : []));

/** A sentence of an article that holds the words; "" where none is known. */
export const sentenceWith = ({ id, sentence }: Article): string =>
  sentence ?? (s.words.value && articlesWithWords.value.value?.get(id)) ?? "";
