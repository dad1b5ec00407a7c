// Announces the counts to screen readers once they have settled.

import { effect } from "@preact/signals-core";
import { countsInView } from "../read/counts";
import { status } from "../state/atlas";

const PAUSE = 700;

export function announce(element: HTMLElement) {
  let timer = 0;
  effect(() => {
    if (status.value.kind !== "ready") return;
    const text = countsInView();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      element.textContent = text;
    }, PAUSE);
  });
}
