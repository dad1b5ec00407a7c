// Keeps the address bar and the state the same. Steps (a place opened, words searched) are entries of the history;
// what glides (the range, the view) changes the current entry.

import { batch, effect } from "@preact/signals-core";
import * as s from "../state/store";
import { format, parse, type ViewState } from "./codec";

let pushNext = false;

/** The next change of state is a step of its own in the history. */
export function push() {
  pushNext = true;
}

export function current(): ViewState {
  return {
    range: s.range.value,
    axis: s.axis.value,
    dateBy: s.dateBy.value,
    filters: s.filters.value,
    centre: s.centre.value,
    place: s.place.value,
    front: s.front.value,
    article: s.article.value,
    at: s.at.value,
    words: s.words.value,
    list: s.list.value,
    everywhere: s.everywhere.value,
    lang: s.chosenLang.value,
    theme: s.chosenTheme.value,
    embed: s.embed.value,
  };
}

/** The address of the present view with some of it changed: for links. */
export function address(change: Partial<ViewState>): string {
  return format({ ...current(), ...change }) || "?";
}

export function readAddress(query: string) {
  const v = parse(query);
  batch(() => {
    s.range.value = v.range;
    s.axis.value = v.axis;
    s.dateBy.value = v.dateBy;
    s.filters.value = v.filters;
    s.centre.value = v.centre;
    s.place.value = v.place;
    s.front.value = v.front;
    s.article.value = v.article;
    s.at.value = v.at;
    s.words.value = v.words;
    s.list.value = v.list;
    s.everywhere.value = v.everywhere;
    s.chosenLang.value = v.lang ?? s.chosenLang.value;
    s.chosenTheme.value = v.theme ?? s.chosenTheme.value;
    s.embed.value = v.embed;
  });
}

const PAUSE = 250;

/** Starts to write the address bar, and to follow the browser's back and forward. */
export function followHistory(onReturn: () => void) {
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
    if (pushNext) {
      pushNext = false;
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
