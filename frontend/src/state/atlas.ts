// The data read, and its state. It is read again when there is new data or another day counts.

import { batch, computed, effect, signal } from "@preact/signals-core";
import { messageOf, Unreachable } from "../api/get";
import { TooManySums } from "../api/sums";
import { redate } from "../data/dataset";
import type { DateBy } from "../domain/days";
import { setRange } from "./actions";
import { type ServerQuery, serverQuery } from "./query";
import { finest } from "./range";
import { type Reading, readArchive } from "./reading";
import * as s from "./store";

/** The number of requests for a new reading. */
const turn = signal(0);
const progress = signal({ have: 0, of: 0 });

/** The data, and the request that it answers. */
interface Read extends Reading {
  turn: number;
}

export const atlas: ServerQuery<Read> = serverQuery({
  question: () => ({ turn: turn.value, by: s.dateBy.value }),
  ask: async ({ turn: at, by }: { turn: number; by: DateBy }, stop) => {
    const read = atlas.peek().value;
    // Data read completely already has the other day.
    if (read?.turn === at && !read.data.sums) return { ...read, data: redate(read.data, by) };
    const reading = await readArchive(
      by,
      read?.data.sums?.bin ?? "day",
      (have, of) => !stop.aborted && setProgress(have, of),
      stop,
    );
    return { ...reading, turn: at };
  },
  pause: 0,
});

function setProgress(have: number, of: number) {
  progress.value = { have, of };
}

export type Status =
  | { kind: "loading"; have: number; of: number }
  | { kind: "ready" }
  | { kind: "error"; detail: string }
  | { kind: "toolarge" }
  | { kind: "offline" };

export const status = computed<Status>(() => {
  if (s.dataset.value) return { kind: "ready" };
  const { state, error } = atlas.value;
  if (state !== "failed") return { kind: "loading", ...progress.value };
  if (error instanceof Unreachable) return { kind: "offline" };
  if (error instanceof TooManySums) return { kind: "toolarge" };
  return { kind: "error", detail: messageOf(error) };
});

/** The data may be outdated: reading it again failed. */
export const outdated = computed(() => s.dataset.value !== null && atlas.value.state === "failed");

/** Reads everything again, silently: new data appears, nothing moves. */
export function readAgain(): Promise<void> {
  turn.value++;
  return atlas.settled();
}

export function watchAtlas() {
  effect(() => {
    const { value, state } = atlas.value;
    if (value && state === "ready" && value.data !== s.dataset.peek()) batch(() => show(value));
  });
  return atlas.watch();
}

function show({ data, frontsLeft }: Reading) {
  const before = s.dataset.peek();
  s.hover.value = null; // its row may be another's now
  s.generation.value++;
  s.dataset.value = data;
  s.frontsLeft.value = frontsLeft;
  if (before) s.news.value += Math.max(0, data.size.articles - before.size.articles);
  if (finest.peek() !== "day") setRange(s.range.peek()); // extended to its bins
}
