// Reads an archive whole where it is small; of a large one its places and the server's sums.

import { count, items, newest, type Progress } from "../api/items";
import { finestSums, firstMentions } from "../api/sums";
import type { PlaceFeature } from "../api/types";
import { type Dataset, makeDataset, makeSummed } from "../data/dataset";
import { COUNTED, UNFILTERED } from "../data/query";
import { coarser, type Unit } from "../domain/bins";
import type { DateBy } from "../domain/days";

/** So many mentions are read, at most; of more the server's sums are. public/boot.js says it first. */
const most = () => (globalThis as { datelineMost?: number }).datelineMost ?? 50_000;
/** Up to so many times that the sums are by day, beyond by week, or by what is coarser where weeks are too many. */
const DAYS = 40;
/** So many sentences on lines and areas are read of a large archive. */
const MOST_FRONTS = 5000;

export interface Reading {
  data: Dataset;
  /** How many of the oldest sentences on lines and areas were left out, as they are too many. */
  frontsLeft: number;
}

/** Reads the archive; of a large one sums by bins as fine as `finest` at most, the bins that it had when it was read before. */
export async function readArchive(by: DateBy, finest: Unit, progress: Progress, stop: AbortSignal): Promise<Reading> {
  const places = items("places", {}, undefined, stop);
  places.catch(() => undefined); // told of where it is awaited
  const { numberMatched: n } = await firstMentions({}, 1, stop);
  if (n <= most()) return readAll(places, by, progress, stop);
  return readSums(places, coarser(finest, n > most() * DAYS ? "week" : "day"), by, stop);
}

async function readAll(reading: Promise<PlaceFeature[]>, by: DateBy, progress: Progress, stop: AbortSignal) {
  const [places, fronts, articles, mentions] = await Promise.all([
    reading,
    items("fronts", {}, undefined, stop),
    items("articles", {}, undefined, stop),
    items("mentions", {}, progress, stop),
  ]);
  return { data: makeDataset({ places, fronts, articles, mentions }, by), frontsLeft: 0 };
}

async function readSums(
  reading: Promise<PlaceFeature[]>,
  finest: Unit,
  by: DateBy,
  stop: AbortSignal,
): Promise<Reading> {
  const [places, summed, fronts, mentions, articles] = await Promise.all([
    reading,
    finestSums(finest, by, UNFILTERED, stop),
    newest("fronts", MOST_FRONTS, stop),
    count("mentions", { filter: COUNTED }, stop),
    count("articles", {}, stop),
  ]);
  const size = { mentions, articles };
  const data = makeSummed({ places, fronts: fronts.features, ...summed, size }, by);
  return { data, frontsLeft: fronts.left };
}
