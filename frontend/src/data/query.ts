// The reader's choices as request parameters, with a filter in CQL2 text (OGC 21-065r2).

import type { Query } from "../api/sums";
import { type DateBy, formatDay, onlyUndated, type Range, spans } from "../domain/days";
import { type Facet, type Filters, FRONT, noFilters, secondary } from "../domain/filters";
import type { Box } from "../domain/lonlat";

import { circle, type Near } from "../domain/near";
import { confidences } from "../domain/precision";

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const either = (parts: string[]) => (parts.length > 1 ? `(${parts.join(" OR ")})` : parts[0]);

/** One of the values; "" means null. */
function among(name: string, values: readonly string[]): string {
  const some = values.filter((v) => v !== "");
  const parts = some.length ? [`${name} IN (${some.map(text).join()})`] : [];
  return either(some.length < values.length ? [...parts, `${name} IS NULL`] : parts);
}

const sure: Record<(typeof confidences)[number], string> = {
  high: "confidence>=0.8",
  likely: "(confidence>=0.5 AND confidence<0.8)",
  uncertain: "confidence<0.5",
};

const NONE = "confidence<0";

function kinds(values: readonly string[]): string {
  const wanted = values.filter((k) => k !== FRONT);
  if (wanted.length === 0) return NONE; // lines and areas are no mentions
  return either(wanted.map((k) => (k === "?" ? "place IS NULL" : `kind LIKE ${text(`${k}%`)}`)));
}

function sureness(values: readonly string[]): string {
  const wanted = confidences.filter((c) => values.includes(c));
  return wanted.length ? either(wanted.map((c) => sure[c])) : NONE;
}

const clauses: Record<Facet, (values: readonly string[]) => string> = {
  source: (v) => among("source", v),
  language: (v) => among("language", v),
  kind: kinds,
  role: (v) => among("role", v),
  precision: (v) => among("precision", v),
  confidence: sureness,
};

/** The clauses of all active facets. */
function clausesOf(filters: Filters): string[] {
  const parts = (Object.keys(clauses) as Facet[]).flatMap((f) => (filters[f].length ? clauses[f](filters[f]) : []));
  return filters.role.length || filters.allRoles ? parts : [...parts, PRIMARY];
}

/** Excludes the secondary roles. */
const PRIMARY = `(role IS NULL OR role NOT IN (${secondary.map(text).join()}))`;

const inside = (box: Box) => `S_INTERSECTS(geometry,BBOX(${box.join()}))`;

const around = (near: Near) =>
  `S_INTERSECTS(geometry,POLYGON((${circle(near)
    .map(([lon, lat]) => `${lon} ${lat}`)
    .join()})))`;

export interface Choice {
  filters: Filters;
  words: string;
  by: DateBy;
  /** Default all time. */
  range?: Range | null;
  /** The part of the map in view. */
  window?: Box | null;
  /** A further CQL2 condition. */
  and?: string;
}

/** Parameters for the mentions of a choice. */
export function toQuery({ filters, words, by, range = null, window = null, and = "" }: Choice): Query {
  const parts = clausesOf(filters);
  if (filters.box) parts.push(inside(filters.box));
  if (filters.near) parts.push(around(filters.near));
  const query: Query = {};
  if (range && by === "event" && !onlyUndated(range) && !range.other) query.datetime = interval(range);
  else if (range) parts.push(...ofTime(range, by));
  if (and) parts.push(and);
  if (parts.length) query.filter = parts.join(" AND ");
  if (words) query.q = words;
  if (filters.once) query.copies = "none";
  if (window) query.bbox = window.join();
  return query;
}

/** Parameters for the lines and areas of a choice, which have neither role nor precision; null for none. */
export function toFrontQuery({ filters, ...rest }: Omit<Choice, "and">): Query | null {
  if (filters.role.length || filters.precision.length) return null;
  if (filters.kind.length && !filters.kind.includes(FRONT)) return null;
  return toQuery({ ...rest, filters: { ...filters, kind: [], allRoles: true } });
}

/** The default selection of mentions. */
export const UNFILTERED = toQuery({ filters: noFilters, words: "", by: "event" });

/** Selects what is counted: everything but the anchors of fronts. */
export const COUNTED = "role<>'anchor'";

const interval = (r: Range) => `${formatDay(r.from)}/${formatDay(r.to)}`;

function ofTime(range: Range, by: DateBy): string[] {
  const name = by === "event" ? "date" : "published";
  if (onlyUndated(range)) return [`${name} IS NULL`];
  const span = (r: Range) => `${name}>=DATE('${formatDay(r.from)}') AND ${name}<=DATE('${formatDay(r.to)}')`;
  return [range.other ? either(spans(range).map((r) => `(${span(r)})`)) : span(range)];
}
