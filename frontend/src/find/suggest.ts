// The suggestions of the search box: places on the map and around them, lines and areas,
// gazetteer places, a point, and the words themselves.

import type { Found } from "../api/types";
import type { Dataset } from "../data/dataset";
import { fits, fold } from "../domain/fold";
import type { Near } from "../domain/near";
import { readSearch } from "./read";

export type Suggestion =
  | { kind: "place"; row: number }
  | { kind: "near"; near: Near }
  | { kind: "front"; row: number }
  | { kind: "elsewhere"; found: Found }
  | { kind: "point"; lat: number; lon: number }
  | { kind: "words"; words: string };

/** The default radius around the first place, in kilometres. */
const USUAL = 15;
const MOST_FRONTS = 3;

/** Places on the map whose name matches in any spelling: best matches first, then most mentioned. */
export function localPlaces(data: Dataset, search: string, limit = 6): number[] {
  const { places } = data;
  const names = (row: number) => [
    places.name[row],
    places.nameAr[row] ?? "",
    ...(places.spellings[row].counts.keys() as Iterable<string>),
  ];
  return ranked(places.id.length, names, (row) => places.total[row], search, limit);
}

/** Lines and areas whose phrase matches the search. */
const localFronts = ({ fronts }: Dataset, search: string) =>
  ranked(
    fronts.length,
    (row) => fronts[row].items.map((item) => item.phrase),
    (row) => fronts[row].items.length,
    search,
    MOST_FRONTS,
  );

function ranked(
  rows: number,
  names: (row: number) => string[],
  weight: (row: number) => number,
  search: string,
  limit: number,
) {
  const wanted = fold(search);
  if (!wanted) return [];
  const scored: { row: number; score: number }[] = [];
  for (let row = 0; row < rows; row++) {
    const score = Math.max(...names(row).map((name) => fits(fold(name), wanted)));
    if (score > 0) scored.push({ row, score });
  }
  scored.sort((a, b) => b.score - a.score || weight(b.row) - weight(a.row) || a.row - b.row);
  return scored.slice(0, limit).map(({ row }) => row);
}

/**
 * All suggestions for a search, including the gazetteer's results; `nameOf` is a place's name
 * in the reader's language.
 */
export function suggestions(
  data: Dataset,
  text: string,
  found: readonly Found[],
  nameOf: (row: number) => string = (row) => data.places.name[row],
  limit = 6,
): Suggestion[] {
  const words = text.trim();
  if (!words) return [];
  const { name, km, point } = readSearch(words);
  if (point) {
    const near = (radius: number): Suggestion => ({ kind: "near", near: { ...point, km: radius, name: "" } });
    return km === null ? [{ kind: "point", ...point }, near(USUAL)] : [near(km)];
  }
  const rows = localPlaces(data, name, limit);
  const others: Found[] = [];
  for (const f of found) {
    const row = data.places.row.get(f.id);
    if (row === undefined) others.push(f);
    else if (!rows.includes(row) && rows.length < limit) rows.push(row);
  }
  const around = (radius: number): Near[] => [
    ...rows.map((row) => ({ lat: data.places.lat[row], lon: data.places.lon[row], km: radius, name: nameOf(row) })),
    ...others.slice(0, limit).map((f) => ({ lat: f.lat, lon: f.lon, km: radius, name: f.name })),
  ];
  if (km !== null) return around(km).map((near) => ({ kind: "near", near }));
  return [
    ...rows.map((row): Suggestion => ({ kind: "place", row })),
    ...around(USUAL)
      .slice(0, 1)
      .map((near): Suggestion => ({ kind: "near", near })),
    ...localFronts(data, name).map((row): Suggestion => ({ kind: "front", row })),
    ...others.slice(0, limit).map((f): Suggestion => ({ kind: "elsewhere", found: f })),
    { kind: "words", words },
  ];
}
