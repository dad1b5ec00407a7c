// The parameters of the address, by name: the signal with the value, and how it is written. Reading, writing, history and
// links all use this table; docs/page.md documents it.

import type { Signal } from "@preact/signals-core";
import { type DateBy, ONLY_UNDATED, onlyUndated, type Range } from "../domain/days";
import type { Facet } from "../domain/filters";
import { langs } from "../domain/lang";
import type { Box } from "../domain/lonlat";
import type { Near } from "../domain/near";
import { type CollectionName, collectionNames, type ListName } from "../domain/target";
import * as s from "../state/store";
import * as write from "./values";

/** How a value is written: as texts, for most parameters one; none for the default. */
export interface Param<T> {
  get: () => T;
  set: (value: T) => void;
  initial: T;
  /** The value of texts; the default if they are invalid. */
  parse: (texts: string[]) => T;
  format: (value: T) => string[];
}

/** A parameter of one text, omitted for the default; `parse` returns undefined for invalid texts. */
function param<T>(
  held: { get: () => T; set: (value: T) => void },
  initial: T,
  parse: (text: string) => T | undefined,
  format: (value: T) => string,
): Param<T> {
  return {
    ...held,
    initial,
    parse: ([text]) => (text === undefined ? initial : (parse(text) ?? initial)),
    format: (value) => (value === initial ? [] : [format(value)]),
  };
}

const of = <T>(signal: Signal<T>) => ({
  get: () => signal.value,
  set: (value: T) => {
    signal.value = value;
  },
});

/** Keeps the reader's earlier choice if the address has none. */
const sticky = <T>(signal: Signal<T | null>) => ({
  get: () => signal.value,
  set: (value: T | null) => {
    signal.value = value ?? signal.peek();
  },
});

const text = (value: string | number | null) => String(value);

const oneOf = <T extends string>(...values: T[]) => [(t: string) => values.find((v) => v === t), text] as const;
const id = (signal: Signal<string | null>) => param(of(signal), null, write.parseId, text);

/** The open feature of a collection. */
const selection = (collection: CollectionName) =>
  param<string | null>(
    {
      get: () => (s.selected.value?.collection === collection ? s.selected.value.id : null),
      set: (id) => {
        if (id !== null) s.selected.value = { collection, id };
        else if (s.selected.peek()?.collection === collection) s.selected.value = null;
      },
    },
    null,
    write.parseId,
    text,
  );

const flag = (signal: Signal<boolean>) =>
  param(
    of(signal),
    false,
    (t) => t === "1",
    () => "1",
  );

const filterOf = (facet: Facet): Param<readonly string[]> => ({
  get: () => s.filters.value[facet],
  set: (values) => {
    s.filters.value = { ...s.filters.peek(), [facet]: values };
  },
  initial: [],
  parse: write.parseValues,
  format: (values) => [...values],
});

const box = {
  get: () => s.filters.value.box,
  set: (value: Box | null) => {
    s.filters.value = { ...s.filters.peek(), box: value };
  },
};

const near = {
  get: () => s.filters.value.near,
  set: (value: Near | null) => {
    s.filters.value = { ...s.filters.peek(), near: value };
  },
};

const choice = (name: "allRoles" | "once", word: string) =>
  param(
    {
      get: () => s.filters.value[name],
      set: (value: boolean) => {
        s.filters.value = { ...s.filters.peek(), [name]: value };
      },
    },
    false,
    (t) => t === word,
    () => word,
  );

const parseTime = (t: string) => (t === "undated" ? ONLY_UNDATED : write.parseRange(t));
const formatTime = (r: Range | null) => (onlyUndated(r) ? "undated" : write.formatRange(r!));

export const params = {
  time: param<Range | null>(of(s.range), null, parseTime, formatTime),
  compare: param<Range | null>(of(s.compare), null, write.parseRange, (r) => write.formatRange(r!)),
  axis: param<Range | null>(of(s.axis), null, write.parseRange, (r) => write.formatRange(r!)),
  by: param<DateBy>(of(s.dateBy), "event", ...oneOf("published")),
  map: param(of(s.centre), null, write.parseCentre, (c) => write.formatCentre(c!)),
  place: selection("places"),
  front: selection("fronts"),
  article: id(s.article),
  at: param(of(s.at), null, write.parseOffset, text),
  q: param(of(s.words), "", (t) => t.trim().slice(0, 200), text),
  source: filterOf("source"),
  language: filterOf("language"),
  kind: filterOf("kind"),
  role: filterOf("role"),
  roles: choice("allRoles", "all"),
  copies: choice("once", "none"),
  precision: filterOf("precision"),
  confidence: filterOf("confidence"),
  box: param<Box | null>(box, null, write.parseBox, (b) => b!.join()),
  near: param<Near | null>(near, null, write.parseNear, (n) => write.formatNear(n!)),
  list: param<ListName>(of(s.list), "articles", ...oneOf<ListName>(...collectionNames, "events", "divisions")),
  events: param<"incidents" | "control">(of(s.eventView), "incidents", ...oneOf("control")),
  type: param(of(s.eventType), "", (t) => (/^[a-z_]{1,20}$/.test(t) ? t : undefined), text),
  day: param<string | null>(of(s.controlDay), null, (t) => (/^\d{4}-\d\d-\d\d$/.test(t) ? t : undefined), text),
  measure: param<"mentions" | "articles">(of(s.measure), "mentions", ...oneOf("articles")),
  everywhere: flag(s.everywhere),
  areas: flag(s.showAreas),
  lang: param(sticky(s.chosenLang), null, ...oneOf(...langs)),
  theme: param(sticky(s.chosenTheme), null, ...oneOf("light", "dark")),
  embed: flag(s.embed),
};
