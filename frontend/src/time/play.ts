// Plays the timeline: the range moves on by a bar, several times a second. Where the reader's system asks for less motion
// it moves once for each press.

import { effect } from "@preact/signals-core";
import type { Bins } from "../domain/bins";
import { onlyUndated } from "../domain/days";
import { setRange, showOnAxis } from "../state/actions";
import { dataset, playing, range, speed, still } from "../state/store";
import { forward } from "./brush";

const STEP = 900; // milliseconds at the slowest speed

/** The next bars; at the end of time it rests. */
export function step(bins: Bins) {
  const from = onlyUndated(range.peek()) ? null : range.peek();
  const next = forward(from, bins);
  if (!next) {
    playing.value = false;
    return;
  }
  setRange(next);
  showOnAxis(next.to);
}

/** Starts or stops; from the end of time it starts again at the beginning. */
export function play(bins: Bins) {
  if (!still.peek() && playing.peek()) {
    playing.value = false;
    return;
  }
  if (range.peek() && !forward(range.peek(), bins)) setRange(null);
  step(bins);
  playing.value = !still.peek();
}

export function followPlay(bins: () => Bins | null) {
  effect(() => {
    if (!playing.value || !dataset.value) return;
    const timer = window.setInterval(() => {
      const now = bins();
      if (now) step(now);
    }, STEP / speed.value);
    return () => window.clearInterval(timer);
  });
}
