// Views that the reader has saved in this browser, and how many mentions are new for each since the reader last looked.

import { effect, signal } from "@preact/signals-core";
import { count } from "../api/items";
import type { Query } from "../api/sums";
import { recall, remember } from "./actions";
import { serverQuery } from "./query";
import { generation } from "./store";

export interface Saved {
  name: string;
  /** The query of its address: what tells it from others. */
  view: string;
  /** What selects its mentions. */
  query: Query;
  /** How many there were when the reader last looked. */
  seen: number;
}

const KEY = "saved";
/** More are forgotten, the oldest first. */
const MOST = 20;

const isSaved = (one: Partial<Saved> | null) =>
  typeof one?.name === "string" && typeof one.view === "string" && typeof one.seen === "number" && !!one.query;

function kept(): Saved[] {
  try {
    const all: unknown = JSON.parse(recall(KEY) ?? "[]");
    return Array.isArray(all) ? all.filter(isSaved).slice(-MOST) : [];
  } catch {
    return [];
  }
}

export const saved = signal(kept());

/** Changes what is kept, with what other windows of the page have kept meanwhile. */
function change(to: (all: Saved[]) => Saved[]) {
  saved.value = to(kept()).slice(-MOST);
  remember(KEY, JSON.stringify(saved.value));
}

const keyOf = (query: Query) => JSON.stringify(query);

/** How many mentions each has now, by its query. */
const counts = serverQuery({
  question: () =>
    saved.value.length ? { queries: saved.value.map((one) => one.query), generation: generation.value } : null,
  ask: async ({ queries }, stop) =>
    new Map(await Promise.all(queries.map(async (q) => [keyOf(q), await count("mentions", q, stop)] as const))),
});

let watching = false;

/** Once: follows how many there are. */
export function watchSaved() {
  if (watching) return;
  watching = true;
  counts.watch();
  effect(() => {
    if (saved.value.some((one) => now(one) < one.seen)) change(lowered);
  });
}

const now = (one: Saved) => counts.value.value?.get(keyOf(one.query)) ?? one.seen;

/** Mentions that were taken back are no longer seen: they would hide as many new ones. */
const lowered = (all: Saved[]) => all.map((one) => ({ ...one, seen: Math.min(one.seen, now(one)) }));

/** Those that have something new, with how much. */
export const fresh = () => saved.value.map((one) => ({ one, n: now(one) - one.seen })).filter(({ n }) => n > 0);

export async function save(name: string, view: string, query: Query) {
  const seen = await count("mentions", query);
  change((all) => [...all.filter((one) => one.view !== view), { name, view, query, seen }]);
}

/** The reader has looked at some. */
export const looked = (...views: string[]) =>
  change((all) => all.map((one) => (views.includes(one.view) ? { ...one, seen: now(one) } : one)));

export const forget = (view: string) => change((all) => all.filter((one) => one.view !== view));
