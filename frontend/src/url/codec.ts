// The view as the address bar holds it. What is malformed is left out; what stands at its default is not written.

import type { DateBy } from "../data/dataset";
import { type Box, type Filters, facets, noFilters } from "../data/filter";
import { type Day, formatDay, ONLY_UNDATED, onlyUndated, parseDay, type Range, UNDATED } from "../time/days";

export interface Centre {
  lat: number;
  lon: number;
  zoom: number;
}

export interface ViewState {
  range: Range | null;
  axis: Range | null;
  dateBy: DateBy;
  filters: Filters;
  centre: Centre | null;
  place: string | null;
  front: string | null;
  article: string | null;
  /** Where in the article to go: the code point at which a mention starts. */
  at: number | null;
  /** Words that the articles must hold. */
  words: string;
  list: "articles" | "places";
  /** Whether the lists hold only what is in view. */
  everywhere: boolean;
  lang: "en" | "ar" | null;
  theme: "light" | "dark" | null;
  embed: boolean;
}

export const initial: ViewState = {
  range: null,
  axis: null,
  dateBy: "event",
  filters: noFilters,
  centre: null,
  place: null,
  front: null,
  article: null,
  at: null,
  words: "",
  list: "articles",
  everywhere: false,
  lang: null,
  theme: null,
  embed: false,
};

export function parse(query: string): ViewState {
  const p = new URLSearchParams(query);
  const id = (name: string) => {
    const value = p.get(name);
    return value && /^[\w.~:@-]{1,200}$/.test(value) ? value : null;
  };
  const one = <T extends string>(name: string, ...values: T[]) => values.find((v) => v === p.get(name)) ?? null;
  const at = p.get("at");
  return {
    range: p.get("time") === "undated" ? ONLY_UNDATED : parseRange(p.get("time")),
    axis: parseRange(p.get("axis")),
    dateBy: one("by", "published") ?? "event",
    filters: parseFilters(p),
    centre: parseCentre(p.get("map")),
    place: id("place"),
    front: id("front"),
    article: id("article"),
    at: at && /^\d{1,9}$/.test(at) ? Number(at) : null,
    words: (p.get("q") ?? "").trim().slice(0, 200),
    list: one("list", "places") ?? "articles",
    everywhere: p.get("everywhere") === "1",
    lang: one("lang", "en", "ar"),
    theme: one("theme", "light", "dark"),
    embed: p.get("embed") === "1",
  };
}

/** The query for a view, "" for the initial one. Characters that need no escape in a query are left readable. */
export function format(s: ViewState): string {
  const p = new URLSearchParams();
  if (s.range) p.set("time", onlyUndated(s.range) ? "undated" : formatRange(s.range));
  if (s.axis) p.set("axis", formatRange(s.axis));
  if (s.dateBy !== "event") p.set("by", s.dateBy);
  if (s.centre)
    p.set(
      "map",
      `${s.centre.zoom.toFixed(2).replace(/\.?0+$/, "")}/${s.centre.lat.toFixed(4)}/${s.centre.lon.toFixed(4)}`,
    );
  if (s.place) p.set("place", s.place);
  if (s.front) p.set("front", s.front);
  if (s.article) p.set("article", s.article);
  if (s.article && s.at !== null) p.set("at", String(s.at));
  if (s.words) p.set("q", s.words);
  for (const facet of facets) for (const value of s.filters[facet]) p.append(facet, value);
  if (s.filters.box) p.set("box", s.filters.box.join());
  if (s.list !== "articles") p.set("list", s.list);
  if (s.everywhere) p.set("everywhere", "1");
  if (s.lang) p.set("lang", s.lang);
  if (s.theme) p.set("theme", s.theme);
  if (s.embed) p.set("embed", "1");
  const text = p.toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");
  return text && `?${text}`;
}

const formatRange = (r: Range) => `${formatDay(r.from)}/${formatDay(r.to)}`;

const MOST = 50; // values of a facet

function parseFilters(p: URLSearchParams): Filters {
  const values = facets.map((facet) => [facet, [...new Set(p.getAll(facet))].slice(0, MOST)]);
  return { ...(Object.fromEntries(values) as Filters), box: parseBox(p.get("box")) };
}

function parseBox(text: string | null): Box | null {
  if (!/^-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}$/.test(text ?? "")) return null;
  const [w, s, e, n] = text!.split(",").map(Number);
  return Math.abs(w) <= 180 && Math.abs(e) <= 180 && s >= -90 && s < n && n <= 90 ? [w, s, e, n] : null;
}

function parseRange(text: string | null): Range | null {
  const [from, to, more] = (text ?? "").split("/").map(parseDay) as (Day | undefined)[];
  if (from === undefined || to === undefined || more !== undefined) return null;
  return from === UNDATED || to === UNDATED || from > to ? null : { from, to };
}

function parseCentre(text: string | null): Centre | null {
  const m = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? "");
  if (!m) return null;
  const [zoom, lat, lon] = m.slice(1).map(Number);
  return zoom <= 20 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : null;
}
