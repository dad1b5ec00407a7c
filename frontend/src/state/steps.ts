// Which changes of the state are steps that one may want to go back from: each gets an entry of the browser's history.

import { batch } from "@preact/signals-core";

let pending = false;

/** Makes a change that is a step of its own. */
export function step(change: () => void) {
  pending = true;
  batch(change);
}

/** Whether the change that is seen now is a step; asked once for each. */
export function takeStep(): boolean {
  const was = pending;
  pending = false;
  return was;
}
