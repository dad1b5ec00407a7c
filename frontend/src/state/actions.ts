// The reader's actions. Each that one may want to undo by Back gets a history entry.

import { batch } from "@preact/signals-core";
import { idOf } from "../data/rows";
import { wholeUnits } from "../domain/bins";
import { type DateBy, onlyUndated, type Range } from "../domain/days";
import { type Facet, noFilters } from "../domain/filters";
import type { Lang } from "../domain/lang";
import type { Box } from "../domain/lonlat";
import type { Near } from "../domain/near";
import type { ListName, Pin, Selection, Target } from "../domain/target";
import type { Theme } from "../domain/theme";
import { finest } from "./range";
import { step } from "./steps";
import * as s from "./store";

export function setRange(wanted: Range | null) {
  const data = s.dataset.value;
  const range = wholeUnits(wanted, finest.value);
  const all = range && data && !onlyUndated(range) && range.from <= data.first && range.to >= data.last;
  s.range.value = all ? null : range;
}

/** Starts or stops comparing the range with another span. */
export function setCompare(wanted: Range | null) {
  s.compare.value = wholeUnits(wanted, finest.value);
}

export function setDateBy(by: DateBy) {
  step(() => {
    s.dateBy.value = by;
  });
}

/** Toggles a value of a facet, or all spellings of one. */
export function toggleFilter(facet: Facet, ...same: string[]) {
  const { [facet]: now } = s.filters.peek();
  const others = now.filter((v) => !same.includes(v));
  const values = others.length < now.length ? others : [...now, ...same];
  step(() => {
    s.filters.value = { ...s.filters.peek(), [facet]: values };
  });
}

/** Toggles secondary roles, and whether each story counts once. */
export function toggle(what: "allRoles" | "once") {
  step(() => {
    const now = s.filters.peek();
    s.filters.value = { ...now, [what]: !now[what] };
  });
}

export function setBox(box: Box | null) {
  step(() => {
    s.filters.value = { ...s.filters.peek(), box };
    s.drawing.value = false;
  });
}

/** Shows what is mentioned near a place. */
export function setNear(near: Near | null) {
  step(() => {
    s.filters.value = { ...s.filters.peek(), near };
    if (!near) return;
    s.selected.value = s.article.value = null;
    s.pin.value = null;
    raise();
  });
}

export function clearFilters() {
  step(() => {
    const { allRoles, once } = s.filters.peek();
    s.filters.value = { ...noFilters, allRoles, once };
  });
}

export function openTarget(target: Target | null) {
  const data = s.dataset.value;
  if (data && target) open({ collection: target.collection, id: idOf(data, target) });
}

export function open(selection: Selection) {
  step(() => {
    s.selected.value = selection;
    s.article.value = null;
    s.at.value = null;
    s.pin.value = null;
    raise();
  });
}

/** Shows a feature on the map while the article stays open. */
export function pointAt(selection: Selection | null, at: number) {
  step(() => {
    s.selected.value = selection;
    s.at.value = at;
    s.pin.value = null;
    if (s.narrow.value && s.sheet.value === "full") s.sheet.value = "half"; // the map must be visible
  });
}

/** Shows a place that no article mentions, and closes what was open. */
export function showPin(pin: Pin) {
  step(() => {
    s.selected.value = null;
    s.article.value = null;
    s.at.value = null;
    s.pin.value = pin;
  });
}

/** Closes the card of the chosen mention; the article stays open. */
export function leaveMention() {
  batch(() => {
    s.at.value = null;
    s.pin.value = null;
  });
}

export function openArticle(id: string, at: number | null = null) {
  step(() => {
    s.article.value = id;
    s.at.value = at;
    s.hoverArticle.value = null; // its card disappears without a leave event
    raise();
  });
}

/** Goes back from an article to the place it was opened from, from a place to the lists. */
export function closePanel() {
  step(() => {
    if (s.article.value) {
      s.article.value = null;
      s.at.value = null;
    } else {
      s.selected.value = null;
    }
  });
}

/** Opens the panel for adding articles, or the one for sources. */
export function openAdd(which: "texts" | "sources") {
  batch(() => {
    s.adding.value = which;
    s.article.value = s.selected.value = null;
    s.at.value = null;
    raise();
  });
}

export function closeAdd() {
  s.adding.value = null;
}

export function setWords(words: string) {
  step(() => {
    s.words.value = words.trim();
    s.selected.value = null;
    s.article.value = null;
    s.list.value = "articles";
    if (words) {
      s.everywhere.value = true;
      raise();
    }
  });
}

export function showList(list: ListName) {
  step(() => {
    s.list.value = list;
  });
}

export function setEverywhere(everywhere: boolean) {
  s.everywhere.value = everywhere;
}

export function setLang(lang: Lang) {
  s.chosenLang.value = lang;
  remember("lang", lang);
}

export function setTheme(theme: Theme) {
  s.chosenTheme.value = theme;
  remember("theme", theme);
}

/** On a narrow screen: opens the sheet at least halfway. */
export function raise() {
  if (s.narrow.value && s.sheet.value === "peek") s.sheet.value = "half";
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

/** Says that an article's card is pointed at, or no longer. */
export const pointingAtArticle = (id: string) => (on: boolean) => () => {
  s.hoverArticle.value = on ? id : null;
};

/** Says that a feature is pointed at, or no longer. */
export const pointing = (target: Target) => (on: boolean) => () => {
  s.hover.value = on ? target : null;
};
