// The open article, in full.

import { computed } from "@preact/signals-core";
import { article as getArticle } from "../api/article";
import { Refused } from "../api/get";
import type { Document } from "../api/types";
import { serverQuery } from "./query";
import * as s from "./store";

/** Cached articles: reopening is immediate, and works without the server. New data invalidates them. */
const known = new Map<string, Document>();
let knownOf = 0;

export const openArticle = serverQuery({
  question: () => (s.article.value ? { id: s.article.value, generation: s.generation.value } : null),
  ask: async ({ id, generation }, stop) => {
    if (generation !== knownOf) known.clear();
    knownOf = generation;
    const document = known.get(id) ?? (await getArticle(id, stop));
    known.set(id, document);
    return document;
  },
  pause: 0,
});

export type Reading =
  | { id: string; state: "loading" | "error" | "gone" }
  | { id: string; state: "ready"; document: Document };

export const reading = computed<Reading | null>(() => {
  const id = s.article.value;
  if (!id) return null;
  const { value, state, error } = openArticle.value;
  if (value?.id === id) return { id, state: "ready", document: value };
  if (state !== "failed") return { id, state: "loading" };
  return { id, state: error instanceof Refused && error.status === 404 ? "gone" : "error" };
});
