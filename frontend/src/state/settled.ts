// The settled range. The map follows the range while it is dragged or played; lists and sums,
// which take longer, follow when it settles.

import { effect } from "@preact/signals-core";
import { shownRange } from "./range";
import * as s from "./store";

const PAUSE = 90; // milliseconds

export function watchRange() {
  let timer = 0;
  return effect(() => {
    const range = shownRange.value;
    window.clearTimeout(timer);
    if (s.gliding.value || s.playing.value) {
      timer = window.setTimeout(() => {
        s.settledRange.value = range;
      }, PAUSE);
    } else s.settledRange.value = range;
  });
}
