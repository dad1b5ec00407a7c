// The earlier versions of the open article, loaded on demand.

import { signal } from "@preact/signals-core";
import { revisions as read } from "../api/article";
import { serverQuery } from "./query";
import * as s from "./store";

/** The article whose versions are open. */
export const opened = signal<string | null>(null);

export const revisions = serverQuery({
  question: () => {
    const id = opened.value;
    return id && id === s.article.value ? { id, generation: s.generation.value } : null;
  },
  ask: async ({ id }, stop) => ({ id, list: await read(id, stop) }),
  pause: 0,
});

/** Toggles them. */
export function openRevisions(id: string | null) {
  opened.value = id;
  if (watching) return;
  watching = true;
  revisions.watch();
}

let watching = false;
