// Reads the atlas, the words' articles and the article that is open, and keeps their states.

import { batch, effect } from "@preact/signals-core";
import { article as getArticle } from "../api/article";
import { Refused, Unreachable } from "../api/get";
import { items, type Progress } from "../api/items";
import { choosePart, datetimeOf } from "../api/part";
import { articlesWith } from "../api/search";
import { makeDataset, redate } from "../data/dataset";
import { type Day, onlyUndated } from "../time/days";
import * as s from "./store";

async function read(progress?: Progress) {
  const part = await choosePart(s.until.peek() ?? rangeEnd());
  const time = part ? datetimeOf(part) : {};
  const [places, fronts, articles, mentions] = await Promise.all([
    items("places"),
    items("fronts", time),
    items("articles", time),
    items("mentions", time, progress),
  ]);
  return { places, fronts, articles, mentions, part };
}

/** The last day of the range that the address gives. */
function rangeEnd(): Day | null {
  const r = s.range.peek();
  return r && !onlyUndated(r) ? r.to : null;
}

/** Reads all again, quietly: what has come in appears, nothing moves. */
export async function readAgain() {
  const input = await read();
  batch(() => {
    s.part.value = input.part;
    s.hover.value = null;
    s.dataset.value = makeDataset(input, s.dateBy.peek());
  });
}

/** Counts by the other day when the reader chooses it, and reads another part of a large archive. */
export function followChoices() {
  effect(() => {
    const by = s.dateBy.value;
    const data = s.dataset.peek();
    if (data && data.mentions.day !== data.mentions[by]) s.dataset.value = redate(data, by);
  });
  let until = s.until.peek();
  effect(() => {
    if (s.until.value === until) return;
    until = s.until.value;
    void loadAtlas();
  });
}

export async function loadAtlas() {
  s.status.value = { kind: "loading", have: 0, of: 0 };
  let failed = false;
  try {
    const progress = (have: number, of: number) => {
      if (!failed) s.status.value = { kind: "loading", have, of };
    };
    const input = await read(progress);
    batch(() => {
      s.part.value = input.part;
      s.hover.value = null; // its row may be another's now
      s.dataset.value = makeDataset(input, s.dateBy.peek());
      s.status.value = { kind: "ready" };
      s.offline.value = false;
    });
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
    articlesWith(words, s.part.peek(), stop.signal).then(
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
const known = new Map<string, Extract<s.Reading, { state: "ready" }>>();

/** Reads the article that is open, whenever another one is. */
export function followArticle() {
  effect(() => {
    const id = s.article.value;
    if (!id) {
      s.reading.value = null;
      return;
    }
    const again = known.get(id);
    if (again) {
      s.reading.value = again;
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
    known.set(id, ready);
    if (s.article.peek() === id) s.reading.value = ready;
    s.offline.value = false;
  } catch (error) {
    if (signal?.aborted) return;
    s.reading.value = { id, state: error instanceof Refused && error.status === 404 ? "gone" : "error" };
    s.offline.value = error instanceof Unreachable;
  }
}
