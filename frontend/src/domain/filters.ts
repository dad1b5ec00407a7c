// What mentions can be filtered by.

import type { Box } from "./lonlat";
import type { Near } from "./near";

export const facets = ["source", "language", "kind", "role", "precision", "confidence"] as const;
export type Facet = (typeof facets)[number];

/** Roles that are left out unless the reader asks for them: nothing is reported from where a name is used so. */
export const secondary: readonly string[] = ["metonym", "dateline"];

/** The values that a facet may have; none given: any, but of roles the secondary ones only where `allRoles` says so. */
export type Filters = Record<Facet, readonly string[]> & {
  allRoles: boolean;
  /** Copies of earlier articles are left out: each story counts once. */
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

/** The kind that lines and areas have among the filters. */
export const FRONT = "front";

/** Whether a value of a facet is let through. */
export function admits(f: Filters, facet: Facet, value: string): boolean {
  if (f[facet].length > 0) return f[facet].includes(value);
  return facet !== "role" || f.allRoles || !secondary.includes(value);
}
