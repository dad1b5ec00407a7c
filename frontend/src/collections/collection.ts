// What the panel needs to know of a collection: its list, what is said of a feature, and how it is told beside the pointer.

import type { TemplateResult } from "lit-html";
import type { CollectionName } from "../domain/target";
import type { Key } from "../i18n";

export interface Collection {
  name: CollectionName;
  /** The heading of its list. */
  tab: Key;
  /** The rows to list: in the range, let through by the filters, in view where only that is wanted; most mentioned first. */
  listed: () => readonly number[];
  /** How often a row is mentioned in the range. */
  count: (row: number) => number;
  /** What is said of how many older features are not there. */
  note?: () => string;
  item: (row: number) => Item;
  /** What is said of an open feature. */
  panel: (row: number, zoom: () => void) => TemplateResult;
  /** What is said where what is open was not read. */
  gone: Key;
  tip: (row: number) => TemplateResult;
}

/** A line of a list: the sign that stands for it on the map, its name, and what it is. */
export interface Item {
  sign: string;
  name: string;
  detail: string;
}
