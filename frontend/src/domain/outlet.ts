// Sources of articles: outlets, in several spellings, or files if no outlet is known.

import { fold } from "./fold";

const FILE =
  /\.(txt|text|md|html?|mht(ml)?|jsonl?|ndjson|geojsonl?|xml|rss|atom|csv|tsv|docx|pptx|xlsx|od[tps]|epub|pdf|eml|mbox|srt|vtt|zip|tar|t?gz)$/i;

/** Whether a source is only the file that the article was read from. */
export const isFile = (source: string) => FILE.test(source);

/** A key common to all spellings of an outlet ("Saker blog", "The Saker Blog"); "" for none. */
export const outletKey = (source: string) =>
  isFile(source) ? "" : fold(source).replace(/^the /, "").replaceAll(" ", "");

export interface Outlet {
  /** All spellings, most frequent first. */
  sources: string[];
  n: number;
}

/** Groups the sources of each outlet, most frequent first. */
export function outlets(counts: Iterable<readonly [source: string, n: number]>): Outlet[] {
  const found = new Map<string, Outlet>();
  for (const [source, n] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const key = outletKey(source);
    const outlet = found.get(key);
    if (outlet) outlet.n += n;
    outlet?.sources.push(source);
    if (!outlet) found.set(key, { sources: [source], n });
  }
  return [...found.values()].sort((a, b) => b.n - a.n);
}
