// A collection, as the panel needs it: its list, the panel of a feature, and its tooltip.

import type { TemplateResult } from "lit-html";
import type { CollectionName } from "../domain/target";
import type { Key } from "../i18n";

export interface Collection {
  name: CollectionName;
  /** The heading of its list. */
  tab: Key;
  /** The rows to list: in the range, filtered, in view if wanted; most mentioned first. */
  listed: () => readonly number[];
  /** The number of mentions of a row in the range. */
  count: (row: number) => number;
  /** The note about older features that were not read. */
  note?: () => string;
  item: (row: number) => Item;
  /** The content of the panel for an open feature. */
  panel: (row: number, zoom: () => void) => TemplateResult;
  /** The content if the open feature was not read. */
  gone: Key;
  tip: (row: number) => TemplateResult;
}

/** A line of a list: its sign on the map, its name, and its kind. */
export interface Item {
  sign: string;
  name: string;
  detail: string;
}
