// Plays the timeline: the selection advances by its length, several times a second, skipping
// empty periods. If the reader's system asks for reduced motion it advances once for each press.

import { effect } from "@preact/signals-core";
import { setRange } from "../state/actions";
import { playStep } from "../state/period";
import { dataset, playing, speed, still } from "../state/store";

const STEP = 900; // milliseconds at the slowest speed

/** Starts or stops; at the end it restarts from the beginning. */
export function play() {
  if (!still.peek() && playing.peek()) {
    playing.value = false;
    return;
  }
  if (!playStep()) {
    setRange(null);
    playStep();
  }
  playing.value = !still.peek();
}

export function watchPlay() {
  return effect(() => {
    if (!playing.value || !dataset.value) return;
    const timer = window.setInterval(() => {
      if (!playStep()) playing.value = false;
    }, STEP / speed.value);
    return () => window.clearInterval(timer);
  });
}
