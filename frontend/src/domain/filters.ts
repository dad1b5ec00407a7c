// What mentions can be filtered by.

import type { Box } from "./lonlat";
import type { Near } from "./near";

export const facets = ["source", "language", "kind", "role", "precision", "confidence"] as const;
export type Facet = (typeof facets)[number];

/** Roles excluded by default: names in these roles are not where anything was reported. */
export const secondary: readonly string[] = ["metonym", "dateline"];

/** The selected values of each facet. Without any all are, except for secondary roles unless `allRoles` is set. */
export type Filters = Record<Facet, readonly string[]> & {
  allRoles: boolean;
  /** Excludes copies of earlier articles: each story counts once. */
  once: boolean;
  box: Box | null;
  near: Near | null;
};

export const noFilters: Filters = {
  source: [],
  language: [],
  kind: [],
  role: [],
  precision: [],
  confidence: [],
  allRoles: false,
  once: false,
  box: null,
  near: null,
};

export const isFiltered = (f: Filters) =>
  f.box !== null || f.near !== null || facets.some((facet) => f[facet].length > 0);

/** The kind of lines and areas in the filters. */
export const FRONT = "front";

/** Whether a value of a facet is selected. */
export function admits(f: Filters, facet: Facet, value: string): boolean {
  if (f[facet].length > 0) return f[facet].includes(value);
  return facet !== "role" || f.allRoles || !secondary.includes(value);
}
