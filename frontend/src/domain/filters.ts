// What mentions can be filtered by.

import type { Box } from "./lonlat";
import type { Near } from "./near";

export const facets = ["source", "language", "kind", "role", "precision", "confidence"] as const;
export type Facet = (typeof facets)[number];

/** The values that a facet may have; none given: any. */
export type Filters = Record<Facet, readonly string[]> & { box: Box | null; near: Near | null };

export const noFilters: Filters = {
  source: [],
  language: [],
  kind: [],
  role: [],
  precision: [],
  confidence: [],
  box: null,
  near: null,
};

export const isFiltered = (f: Filters) =>
  f.box !== null || f.near !== null || facets.some((facet) => f[facet].length > 0);

/** The kind that lines and areas have among the filters. */
export const FRONT = "front";
