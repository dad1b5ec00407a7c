// Reads a small archive completely; of a large one its places and the server's sums.

import { count, items, newest, type Progress } from "../api/items";
import { finestSums, firstMentions } from "../api/sums";
import type { PlaceFeature } from "../api/types";
import { type Dataset, makeDataset, makeSummed } from "../data/dataset";
import { COUNTED, UNFILTERED } from "../data/query";
import { coarser, type Unit } from "../domain/bins";
import type { DateBy } from "../domain/days";

/** The maximum number of mentions that are read; above it the server's sums are. public/boot.js decides first. */
const most = () => (globalThis as { datelineMost?: number }).datelineMost ?? 50_000;
/** The number up to which sums are by day, above it by week, or by a coarser unit if weeks are too many. */
const DAYS = 40;
/** The maximum number of sentences on lines and areas that are read of a large archive. */
const MOST_FRONTS = 5000;

export interface Reading {
  data: Dataset;
  /** The number of older sentences on lines and areas that were left out. */
  frontsLeft: number;
}

/** Reads the archive; of a large one sums by bins at most as fine as `finest`, those of the previous reading. */
export async function readArchive(by: DateBy, finest: Unit, progress: Progress, stop: AbortSignal): Promise<Reading> {
  const places = items("places", {}, undefined, stop);
  places.catch(() => undefined); // reported where it is awaited
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
