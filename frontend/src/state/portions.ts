// Long lists show their beginning, and more on request.

import { signal } from "@preact/signals-core";

export const STEP = 60;

/** The length of lists that were extended. */
const shown = signal<Record<string, number>>({});

export const shownOf = (list: string) => shown.value[list] ?? STEP;

export function showMore(list: string) {
  shown.value = { ...shown.peek(), [list]: (shown.peek()[list] ?? STEP) + STEP };
}
