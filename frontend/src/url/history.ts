// Synchronises the address bar with the state. Steps (opening a place, searching words) add entries to the history;
// gradual changes (the range, the map) replace the current entry.

import { batch, effect } from "@preact/signals-core";
import { takeStep } from "../state/steps";
import { apply, current, format, parse } from "./codec";

export function readAddress(query: string) {
  batch(() => apply(parse(query)));
}

const PAUSE = 250;

/** Starts writing the address bar and following Back and Forward. */
export function bindHistory(onReturn: () => void) {
  let timer = 0;
  let written = location.search;
  const write = (query: string, step: boolean) => {
    if (query === written) return;
    written = query;
    const url = location.pathname + query;
    if (step) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  };
  let waiting = parse(written); // the next state of the current entry
  effect(() => {
    const now = current();
    window.clearTimeout(timer);
    if (takeStep()) {
      write(format(waiting), false);
      write(format(now), true);
    } else timer = window.setTimeout(() => write(format(now), false), PAUSE);
    waiting = now;
  });
  window.addEventListener("popstate", () => {
    window.clearTimeout(timer);
    written = location.search;
    waiting = parse(written);
    readAddress(location.search);
    onReturn();
  });
}
