// Fronts: lines and areas in articles. Those of the same shape are one row, with the sentences
// of all.

import type { FrontFeature } from "../api/types";
import { datingCode } from "../domain/dating";
import { type Day, parseDay, type Range, within } from "../domain/days";

export interface FrontItem {
  id: string;
  kind: string;
  /** The article's id, source and language, "" if unknown. */
  article: string;
  source: string;
  lang: string;
  day: Day;
  event: Day;
  published: Day;
  /** The dating of the event's day. */
  dating: number;
  start: number;
  end: number;
  phrase: string;
  sentence: string;
  reading: string;
  confidence: number;
}

export interface FrontGroup {
  /** The id of the first item read, used in the address. */
  id: string;
  /** The most frequent phrase. */
  kind: string;
  geometry: GeoJSON.Geometry;
  /** The uncertainty of the drawn line or edge, in kilometres. */
  uncertainty: number;
  schematic: boolean;
  anchors: string[];
  /** West, south, east, north. */
  box: [number, number, number, number];
  /** Newest first. */
  items: FrontItem[];
}

export function groupFronts(features: FrontFeature[], langs: Map<string, string>): FrontGroup[] {
  const groups = new Map<string, FrontGroup>();
  for (const { id, geometry, properties: p } of features) {
    if (!geometry) continue;
    const key = JSON.stringify(geometry);
    let group = groups.get(key);
    if (!group) {
      const anchors = p.anchors ? p.anchors.split(", ") : [];
      group = {
        id,
        kind: p.kind ?? "",
        geometry,
        uncertainty: p.uncertainty_km,
        schematic: p.schematic ?? false,
        anchors,
        box: boxOf(geometry),
        items: [],
      };
      groups.set(key, group);
    }
    group.uncertainty = Math.max(group.uncertainty, p.uncertainty_km);
    group.items.push({
      id,
      kind: p.kind ?? "",
      article: p.article,
      source: p.source ?? "",
      lang: langs.get(p.article) ?? p.language ?? "",
      day: parseDay(p.date ?? p.published),
      event: parseDay(p.date ?? p.published),
      published: parseDay(p.published),
      dating: datingCode(p.date_precision, p.date ? p.date_from : "published"),
      start: p.start,
      end: p.end,
      phrase: p.phrase ?? "",
      sentence: p.sentence ?? "",
      reading: p.reading ?? "",
      confidence: p.confidence,
    });
  }
  for (const group of groups.values()) {
    group.kind = commonest(group.items.map((item) => item.kind));
  }
  return [...groups.values()];
}

/** The group by one of its sentences' two days; newest first. */
export function dateGroup(group: FrontGroup, by: "event" | "published"): FrontGroup {
  const items = group.items.map((item) => ({ ...item, day: item[by] }));
  return { ...group, items: items.sort((a, b) => b.day - a.day || a.start - b.start) };
}

/** The most frequent word; among equals the alphabetically first, for reproducibility. */
function commonest(words: string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}

/** The group's sentences in a range that pass `keep`. */
export function frontItems(group: FrontGroup, range: Range | null, keep: (item: FrontItem) => boolean): FrontItem[] {
  return group.items.filter((item) => within(item.day, range) && keep(item));
}

/** All positions of a geometry. */
function positions(geometry: GeoJSON.Geometry): GeoJSON.Position[] {
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(positions);
  if (geometry.type === "Point") return [geometry.coordinates];
  if (geometry.type === "LineString" || geometry.type === "MultiPoint") return geometry.coordinates;
  if (geometry.type === "Polygon" || geometry.type === "MultiLineString") return geometry.coordinates.flat();
  return geometry.coordinates.flat(2);
}

function boxOf(geometry: GeoJSON.Geometry): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lon, lat] of positions(geometry)) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

/** The rows of the groups in an article. */
export const rowsOf = (groups: readonly FrontGroup[], article: string) =>
  groups.flatMap((group, row) => (group.items.some((item) => item.article === article) ? [row] : []));
