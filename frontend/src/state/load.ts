// Reads the atlas, the words' articles and the article that is open, and keeps their states.

import { batch, effect } from "@preact/signals-core";
import { article as getArticle } from "../api/article";
import { Refused, Unreachable } from "../api/get";
import { count, items, newest, type Progress } from "../api/items";
import { articlesWith } from "../api/search";
import { type Bin, firstMentions, sums } from "../api/sums";
import type { PlaceFeature } from "../api/types";
import { type Dataset, makeDataset, makeSummed, redate } from "../data/dataset";
import { setRange } from "./actions";
import * as s from "./store";

/** So many mentions are read, at most; of more the server's sums are. */
const MOST = 50_000;
/** Up to so many the sums are by day, beyond by week. */
const MOST_BY_DAY = 2_000_000;
/** So many sentences on lines and areas are read of a large archive. */
const MOST_FRONTS = 5000;

async function read(progress?: Progress): Promise<Dataset> {
  const places = items("places");
  places.catch(() => undefined); // told of where it is awaited
  const { numberMatched: n, features } = await firstMentions({}, 1);
  const languages = features[0]?.properties.language !== undefined;
  return n > MOST ? readSums(places, n > MOST_BY_DAY ? "week" : "day", languages) : readAll(places, progress);
}

async function readAll(reading: Promise<PlaceFeature[]>, progress?: Progress) {
  const [places, fronts, articles, mentions] = await Promise.all([
    reading,
    items("fronts"),
    items("articles"),
    items("mentions", {}, progress),
  ]);
  s.frontsLeft.value = 0;
  return makeDataset({ places, fronts, articles, mentions }, s.dateBy.peek());
}

async function readSums(reading: Promise<PlaceFeature[]>, bin: Bin, languages: boolean) {
  const by = s.dateBy.peek();
  const [places, doc, fronts, articles] = await Promise.all([
    reading,
    sums(bin, by, {}),
    newest("fronts", MOST_FRONTS),
    count("articles"),
  ]);
  s.frontsLeft.value = fronts.left;
  return makeSummed({ places, fronts: fronts.features, sums: doc, bin, articles, languages }, by);
}

/** Shows what was read. */
function show(data: Dataset) {
  s.hover.value = null; // its row may be another's now
  s.turn.value++;
  s.dataset.value = data;
  if (data.sums?.bin === "week") setRange(s.range.peek()); // to the edges of its weeks
}

/** Reads all again, quietly: what has come in appears, nothing moves. */
export async function readAgain() {
  const data = await read();
  batch(() => show(data));
}

/** Counts by the other day when the reader chooses it. */
export function followChoices() {
  effect(() => {
    const by = s.dateBy.value;
    const data = s.dataset.peek();
    if (data?.sums && data.sums.by !== by) void readAgain().catch(() => undefined);
    else if (data && !data.sums && data.mentions.day !== data.mentions[by]) s.dataset.value = redate(data, by);
  });
}

export async function loadAtlas() {
  s.status.value = { kind: "loading", have: 0, of: 0 };
  let failed = false;
  try {
    const progress = (have: number, of: number) => {
      if (!failed) s.status.value = { kind: "loading", have, of };
    };
    const data = await read(progress);
    batch(() => {
      show(data);
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
    if (!words || !data || data.sums) {
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
