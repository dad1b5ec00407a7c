// Filtering of mentions. The value of each facet is a number in a column, so that a million
// mentions are filtered in a few milliseconds.

import { admits, type Facet, type Filters, FRONT, facets } from "../domain/filters";
import { contains, touch } from "../domain/lonlat";
import { extent, within } from "../domain/near";
import { confidenceWord } from "../domain/precision";
import type { Dataset } from "./dataset";
import type { FrontGroup, FrontItem } from "./fronts";

/** The values of each facet, and the value of each mention. */
export type Columns = Record<Facet, { values: string[]; codes: Uint16Array }>;

/** What the kind of a place is for filtering: the class of its GeoNames code, "?" without a place. */
const kindClass = (kind: string) => kind[0] ?? "?";

export function makeColumns({ mentions: m, articles }: Dataset): Columns {
  const article = (i: number) => articles[m.article[i]];
  const of: Record<Facet, (i: number) => string> = {
    source: (i) => article(i)?.source ?? "",
    language: (i) => article(i)?.lang ?? "",
    kind: (i) => kindClass(m.kind[i]),
    role: (i) => m.role[i],
    precision: (i) => m.precision[i],
    confidence: (i) => confidenceWord(m.confidence[i]),
  };
  return Object.fromEntries(facets.map((facet) => [facet, column(m.place.length, of[facet])])) as Columns;
}

function column(length: number, value: (i: number) => string) {
  const known = new Map<string, number>();
  const codes = Uint16Array.from({ length }, (_, i) => {
    const v = value(i);
    const code = known.get(v) ?? known.size;
    if (code === known.size) known.set(v, code);
    return code;
  });
  return { values: [...known.keys()], codes };
}

const WORDS = 1 << facets.length;
/** Outside of the box or the circle, or in a copy of an earlier article. */
const ELSEWHERE = WORDS << 1;

/** Passes all filters but the role. */
export const ROLE_ALONE = 1 << facets.indexOf("role");

/** The filters that each mention fails: a bit for each facet, for the words and for the location; 0 passes. */
export function failing(data: Dataset, columns: Columns, filters: Filters, hits: Set<number> | null): Uint8Array {
  const out = new Uint8Array(data.mentions.place.length);
  facets.forEach((facet, bit) => {
    const { values, codes } = columns[facet];
    const wanted = values.map((v) => admits(filters, facet, v));
    if (wanted.every(Boolean)) return;
    for (let i = 0; i < out.length; i++) if (!wanted[codes[i]]) out[i] |= 1 << bit;
  });
  const { article, place } = data.mentions;
  if (hits) for (let i = 0; i < out.length; i++) if (!hits.has(article[i])) out[i] |= WORDS;
  if (filters.once) for (let i = 0; i < out.length; i++) if (data.articles[article[i]]?.copy) out[i] |= ELSEWHERE;
  const { box, near } = filters;
  if (box || near) {
    const { lon, lat } = data.places;
    const inside = Array.from(
      lon,
      (x, row) => (!box || contains(box, x, lat[row])) && (!near || within(near, x, lat[row])),
    );
    for (let i = 0; i < out.length; i++) if (place[i] < 0 || !inside[place[i]]) out[i] |= ELSEWHERE;
  }
  return out;
}

/** For each facet the number of mentions of each value, with all other filters applied. */
export function facetCounts(columns: Columns, fails: Uint8Array, wanted: (mention: number) => boolean) {
  const out = facets.map((facet) => new Uint32Array(columns[facet].values.length));
  for (let i = 0; i < fails.length; i++) {
    const f = fails[i];
    if ((f & (f - 1)) !== 0 || f >= WORDS || !wanted(i)) continue; // fails two filters, or one that is not a facet
    const only = f === 0 ? -1 : 31 - Math.clz32(f);
    facets.forEach((facet, k) => {
      if (f === 0 || k === only) out[k][columns[facet].codes[i]]++;
    });
  }
  return Object.fromEntries(facets.map((facet, k) => [facet, out[k]])) as Record<Facet, Uint32Array>;
}

/**
 * Whether a sentence on a front passes: fronts have a source, a language and a confidence, and
 * are a kind of their own.
 */
export function frontPasses(f: Filters, hit: (item: FrontItem) => boolean, group: FrontGroup, item: FrontItem) {
  if (!hit(item)) return false;
  if (f.role.length > 0 || f.precision.length > 0 || !admits(f, "kind", FRONT)) return false;
  if (f.box && !touch(f.box, group.box)) return false;
  if (f.near && !touch(extent(f.near), group.box)) return false;
  return (
    admits(f, "source", item.source) &&
    admits(f, "language", item.lang) &&
    admits(f, "confidence", confidenceWord(item.confidence))
  );
}
