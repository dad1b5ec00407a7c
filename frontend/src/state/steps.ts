// Which state changes get an entry in the browser's history.

import { batch } from "@preact/signals-core";

let pending = false;

/** Makes a change with a history entry. */
export function step(change: () => void) {
  pending = true;
  batch(change);
}

/** Whether the present change gets an entry; asked once for each. */
export function takeStep(): boolean {
  const was = pending;
  pending = false;
  return was;
}
