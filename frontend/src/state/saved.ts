// Views saved in this browser, with the number of new mentions since the reader last looked.

import { effect, signal } from "@preact/signals-core";
import { count } from "../api/items";
import type { Query } from "../api/sums";
import { recall, remember } from "./actions";
import { serverQuery } from "./query";
import { generation } from "./store";

export interface Saved {
  name: string;
  /** The query of its address, which identifies it. */
  view: string;
  /** The selection of its mentions. */
  query: Query;
  /** Their number when the reader last looked. */
  seen: number;
}

const KEY = "saved";
/** The maximum number kept; the oldest are dropped. */
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

/** Updates the stored views, merging changes from other windows. */
function change(to: (all: Saved[]) => Saved[]) {
  saved.value = to(kept()).slice(-MOST);
  remember(KEY, JSON.stringify(saved.value));
}

const keyOf = (query: Query) => JSON.stringify(query);

/** The current number of mentions of each, by query. */
const counts = serverQuery({
  question: () =>
    saved.value.length ? { queries: saved.value.map((one) => one.query), generation: generation.value } : null,
  ask: async ({ queries }, stop) =>
    new Map(await Promise.all(queries.map(async (q) => [keyOf(q), await count("mentions", q, stop)] as const))),
});

let watching = false;

/** Call once: keeps the numbers current. */
export function watchSaved() {
  if (watching) return;
  watching = true;
  counts.watch();
  effect(() => {
    if (saved.value.some((one) => now(one) < one.seen)) change(lowered);
  });
}

const now = (one: Saved) => counts.value.value?.get(keyOf(one.query)) ?? one.seen;

/** Removed mentions no longer count as seen: they would hide as many new ones. */
const lowered = (all: Saved[]) => all.map((one) => ({ ...one, seen: Math.min(one.seen, now(one)) }));

/** The views with new mentions, and their number. */
export const fresh = () => saved.value.map((one) => ({ one, n: now(one) - one.seen })).filter(({ n }) => n > 0);

export async function save(name: string, view: string, query: Query) {
  const seen = await count("mentions", query);
  change((all) => [...all.filter((one) => one.view !== view), { name, view, query, seen }]);
}

/** The reader has looked at some. */
export const looked = (...views: string[]) =>
  change((all) => all.map((one) => (views.includes(one.view) ? { ...one, seen: now(one) } : one)));

export const forget = (view: string) => change((all) => all.filter((one) => one.view !== view));
