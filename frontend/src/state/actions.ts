// What the reader does. Each choice that is a step one may want to go back from asks for a history entry.

import { batch } from "@preact/signals-core";
import type { Target } from "../map/model";
import type { Theme } from "../map/palette";
import type { Range } from "../time/days";
import { push } from "../url/history";
import * as s from "./store";

export function setRange(range: Range | null) {
  const data = s.dataset.value;
  const all = range && data && range.from <= data.first && range.to >= data.last;
  s.range.value = all ? null : range;
}

export function openTarget(target: Target | null) {
  const data = s.dataset.value;
  if (!data || !target) return;
  if (target.kind === "place") openPlace(data.places.id[target.index]);
  else openFront(data.fronts[target.index].id);
}

export function openPlace(id: string) {
  step(() => {
    s.place.value = id;
    s.front.value = null;
    s.article.value = null;
    s.at.value = null;
    s.pin.value = null;
    raise("half");
  });
}

export function openFront(id: string) {
  step(() => {
    s.front.value = id;
    s.place.value = null;
    s.article.value = null;
    s.at.value = null;
    s.pin.value = null;
    raise("half");
  });
}

/** Shows a place or front on the map while the article stays open. */
export function pointAt(target: { place?: string | null; front?: string | null; at?: number }) {
  step(() => {
    s.place.value = target.place ?? null;
    s.front.value = target.front ?? null;
    if (target.at !== undefined) s.at.value = target.at;
    s.pin.value = null;
  });
}

export function openArticle(id: string, at: number | null = null) {
  step(() => {
    s.article.value = id;
    s.at.value = at;
    raise("full");
  });
}

/** Goes back from an article to the place it was opened from, from a place to the lists. */
export function closePanel() {
  step(() => {
    if (s.article.value) {
      s.article.value = null;
      s.at.value = null;
    } else {
      s.place.value = null;
      s.front.value = null;
    }
  });
}

export function setWords(words: string) {
  step(() => {
    s.words.value = words.trim();
    s.place.value = null;
    s.front.value = null;
    s.article.value = null;
    s.list.value = "articles";
    if (words) {
      s.everywhere.value = true;
      raise("half");
    }
  });
}

export function showList(list: "articles" | "places") {
  step(() => {
    s.list.value = list;
  });
}

export function setEverywhere(everywhere: boolean) {
  s.everywhere.value = everywhere;
}

export function setLang(lang: "en" | "ar") {
  s.chosenLang.value = lang;
  remember("lang", lang);
}

export function setTheme(theme: Theme) {
  s.chosenTheme.value = theme;
  remember("theme", theme);
}

function step(change: () => void) {
  push();
  batch(change);
}

/** On a narrow screen: opens the sheet at least so far. */
function raise(to: "half" | "full") {
  if (!s.narrow.value) return;
  if (to === "full" || s.sheet.value === "peek") s.sheet.value = to;
}

const prefix = "dateline.";

export function remember(name: string, value: string) {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // A browser that keeps nothing forgets it.
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}
