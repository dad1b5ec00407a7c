// Reads the atlas, the words' articles and the article that is open, and keeps their states.

import { effect } from "@preact/signals-core";
import { article as getArticle } from "../api/article";
import { Refused, Unreachable } from "../api/get";
import { items } from "../api/items";
import { articlesWith } from "../api/search";
import { makeDataset } from "../data/dataset";
import * as s from "./store";

export async function loadAtlas() {
  s.status.value = { kind: "loading", have: 0, of: 0 };
  let failed = false;
  try {
    const progress = (have: number, of: number) => {
      if (!failed) s.status.value = { kind: "loading", have, of };
    };
    const [places, fronts, articles, mentions] = await Promise.all([
      items("places"),
      items("fronts"),
      items("articles"),
      items("mentions", {}, progress),
    ]);
    s.dataset.value = makeDataset({ places, fronts, articles, mentions });
    s.status.value = { kind: "ready" };
    s.offline.value = false;
  } catch (error) {
    failed = true; // the other requests may still come in
    s.status.value =
      error instanceof Unreachable
        ? { kind: "offline" }
        : { kind: "error", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks for the articles that hold the words, whenever these change. */
export function followWords() {
  effect(() => {
    const words = s.words.value;
    const data = s.dataset.value;
    s.wordsFailed.value = false;
    if (!words || !data) {
      s.wordHits.value = null;
      return;
    }
    const stop = new AbortController();
    articlesWith(words, stop.signal).then(
      (ids) => {
        s.wordHits.value = new Set([...ids].map((id) => data.articleRow.get(id) ?? -1));
        s.offline.value = false;
      },
      (error) => {
        if (stop.signal.aborted) return;
        s.wordHits.value = null;
        s.wordsFailed.value = true;
        s.offline.value = error instanceof Unreachable;
      },
    );
    return () => stop.abort();
  });
}

// Articles read so far: a second look is at once, and works without the server.
const read = new Map<string, Extract<s.Reading, { state: "ready" }>>();

/** Reads the article that is open, whenever another one is. */
export function followArticle() {
  effect(() => {
    const id = s.article.value;
    if (!id) {
      s.reading.value = null;
      return;
    }
    const known = read.get(id);
    if (known) {
      s.reading.value = known;
      return;
    }
    const stop = new AbortController();
    void readArticle(id, stop.signal);
    return () => stop.abort();
  });
}

export async function readArticle(id: string, signal?: AbortSignal) {
  s.reading.value = { id, state: "loading" };
  try {
    const ready = { id, state: "ready" as const, document: await getArticle(id, signal) };
    read.set(id, ready);
    if (s.article.peek() === id) s.reading.value = ready;
    s.offline.value = false;
  } catch (error) {
    if (signal?.aborted) return;
    s.reading.value = { id, state: error instanceof Refused && error.status === 404 ? "gone" : "error" };
    s.offline.value = error instanceof Unreachable;
  }
}
