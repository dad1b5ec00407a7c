// Keeps the address bar and the state the same. Steps (a place opened, words searched) are entries of the history;
// what moves gradually (the range, the view) changes the current entry.

import { batch, effect } from "@preact/signals-core";
import { takeStep } from "../state/steps";
import { apply, current, format, parse } from "./codec";

export function readAddress(query: string) {
  batch(() => apply(parse(query)));
}

const PAUSE = 250;

/** Starts to write the address bar, and to follow the browser's back and forward. */
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
  let waiting = parse(written); // what the current entry is about to become
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
