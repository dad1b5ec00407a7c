// Long lists show their beginning, and more when asked to.

import { signal } from "@preact/signals-core";

export const STEP = 60;

/** How much is shown of the lists that were asked for more. */
const shown = signal<Record<string, number>>({});

export const shownOf = (list: string) => shown.value[list] ?? STEP;

export function showMore(list: string) {
  shown.value = { ...shown.peek(), [list]: (shown.peek()[list] ?? STEP) + STEP };
}
