// Mentions by first-level division: governorates and the like.

import { next, type Unit } from "../domain/bins";
import { formatDay, onlyUndated, type Range, within } from "../domain/days";
import { isCountry } from "../domain/precision";
import { csv } from "./export";
import { entries, type Matrix } from "./matrix";
import type { Places } from "./places";

/** The division of each place: its code in the base map, else country and name; "" for none. */
export const divisionKeys = ({ country, admin1, precision }: Places, codes: readonly string[]): string[] =>
  admin1.map((name, row) => (isCountry(precision[row]) ? "" : codes[row] || (name ? `${country[row]}|${name}` : "")));

/** The sum of each division that has any. */
export function sumByKey(keys: readonly string[], counts: Uint32Array): Map<string, number> {
  const out = new Map<string, number>();
  keys.forEach((key, row) => {
    if (key && counts[row] > 0) out.set(key, (out.get(key) ?? 0) + counts[row]);
  });
  return out;
}

/** The number of articles that mention each division, by the selected mentions. */
export function articlesByKey(
  keys: readonly string[],
  { place, article }: { place: Int32Array; article: Int32Array },
  passes: (mention: number) => boolean,
): Map<string, number> {
  const seen = new Map<string, Set<number>>();
  for (let i = 0; i < place.length; i++) {
    const key = place[i] < 0 ? "" : keys[place[i]];
    if (!key || article[i] < 0 || !passes(i)) continue;
    const of = seen.get(key);
    if (of) of.add(article[i]);
    else seen.set(key, new Set([article[i]]));
  }
  return new Map([...seen].map(([key, articles]) => [key, articles.size]));
}

/** The mentions of each division in each week, or longer unit (its first day, "" for the undated), as CSV. */
export function timesCSV(
  m: Matrix,
  keys: readonly string[],
  unit: Unit,
  range: Range | null,
  name: (key: string) => string[],
): string {
  const sums = new Map<string, number>();
  const add = (key: string, first: string, n: number) => {
    if (key && n > 0) sums.set(`${key}\n${first}`, (sums.get(`${key}\n${first}`) ?? 0) + n);
  };
  for (const [row, day, n] of entries(m)) if (within(day, range)) add(keys[row], formatDay(next(day, unit, 0)), n);
  if (!range || onlyUndated(range)) for (const [row, key] of keys.entries()) add(key, "", m.undated[row]);
  const rows = [...sums].map(([key, n]) => {
    const [division, first] = key.split("\n");
    return [...name(division), first, n];
  });
  rows.sort((a, b) => (a.join("\n") < b.join("\n") ? -1 : 1));
  return csv([["division", "country", unit, "mentions"], ...rows]);
}
