// What the search box offers: places of the map, places of the gazetteer, and the words as they are.

import type { Found } from "../api/types";
import type { Dataset } from "../data/dataset";
import { fits, fold } from "../domain/fold";

export type Suggestion =
  | { kind: "place"; row: number }
  | { kind: "elsewhere"; found: Found }
  | { kind: "words"; words: string };

/** The places of the map whose name, in any spelling, fits the search: best fits first, then those mentioned most. */
export function localPlaces(data: Dataset, search: string, limit = 6): number[] {
  const wanted = fold(search);
  if (!wanted) return [];
  const { places } = data;
  const scored: { row: number; score: number }[] = [];
  for (let row = 0; row < places.id.length; row++) {
    const names = [places.name[row], places.nameAr[row] ?? "", ...places.spellings[row].counts.keys()];
    const score = Math.max(...names.map((name) => fits(fold(name), wanted)));
    if (score > 0) scored.push({ row, score });
  }
  scored.sort((a, b) => b.score - a.score || places.total[b.row] - places.total[a.row] || a.row - b.row);
  return scored.slice(0, limit).map(({ row }) => row);
}

/** All suggestions for a search, given what the gazetteer found. */
export function suggestions(data: Dataset, search: string, found: readonly Found[], limit = 6): Suggestion[] {
  const words = search.trim();
  if (!words) return [];
  const rows = localPlaces(data, words, limit);
  const elsewhere: Suggestion[] = [];
  for (const f of found) {
    const row = data.places.row.get(f.id);
    if (row === undefined) elsewhere.push({ kind: "elsewhere", found: f });
    else if (!rows.includes(row) && rows.length < limit) rows.push(row);
  }
  return [
    ...rows.map((row): Suggestion => ({ kind: "place", row })),
    ...elsewhere.slice(0, limit),
    { kind: "words", words },
  ];
}
