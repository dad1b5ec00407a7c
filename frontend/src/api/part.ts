// Large archives are read in part: as many of the newest mentions, up to a day, as a page can hold.

import { type Day, formatDay, parseDay, UNDATED } from "../time/days";
import { get } from "./get";
import type { Collections, Page } from "./types";

/** So many mentions are read at once, at most. */
export const MOST = 50_000;

export interface Part {
  from: Day;
  to: Day;
  have: number;
  of: number;
}

/** How many mentions there are in a time; in all, dated or not, without one. */
export async function count(datetime?: string, signal?: AbortSignal): Promise<number> {
  const query = new URLSearchParams({ limit: "1", ...(datetime ? { datetime } : {}) });
  const page: Page<Collections["mentions"]> = await get(`collections/mentions/items?${query}`, signal);
  return page.numberMatched ?? page.features.length;
}

interface About {
  extent?: { temporal?: { interval?: [string | null, string | null][] } };
}

/** What part to read: null for all. `until` is its last day, null for the newest there is. */
export async function choosePart(until: Day | null, most = MOST): Promise<Part | null> {
  const of = await count();
  if (of <= most) return null;
  const about = await get<About>("collections/mentions");
  const [first, last] = about.extent?.temporal?.interval?.[0] ?? [];
  const [start, end] = [parseDay(first), parseDay(last)];
  if (start === UNDATED || end === UNDATED) throw new Error(`${of} mentions without a date are too many to show`);
  const to = until === null ? end : Math.max(start, Math.min(end, until));
  const from = await earliest(start, to, (day) => count(`${formatDay(day)}/${formatDay(to)}`), most);
  return { from, to, have: await count(`${formatDay(from)}/${formatDay(to)}`), of };
}

/** The earliest day from which there are at most so many: by halving. The last day itself where it alone has more. */
export async function earliest(first: Day, last: Day, n: (from: Day) => Promise<number>, most: number): Promise<Day> {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await n(middle)) <= most) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** A part as the server's parameter. */
export const datetimeOf = (part: Part): Record<string, string> => ({
  datetime: `${formatDay(part.from)}/${formatDay(part.to)}`,
});
