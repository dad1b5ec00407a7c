// The places, in columns.

import type { MentionFeature, PlaceFeature, Sums } from "../api/types";
import { Spellings } from "../domain/names";
import { precisionCode } from "../domain/precision";
import type { Mentions } from "./mentions";

export interface Places {
  id: string[];
  name: string[];
  nameAr: (string | undefined)[];
  kind: string[];
  precision: Uint8Array;
  /** The containers, in the gazetteer's words, "" if unknown. */
  country: string[];
  admin1: string[];
  /** Longitude and latitude. */
  lon: Float64Array;
  lat: Float64Array;
  /** Whether the coordinates are approximate, according to their source. */
  approximate: boolean[];
  /** The uncertainty in kilometres; NaN if unknown. */
  uncertainty: Float64Array;
  /** The highest confidence of its mentions; NaN if unknown, as the server's sums omit it. */
  confidence: Float32Array;
  /** Its total number of mentions. */
  total: Uint32Array;
  /** Its weight in the first view: mentions as the place itself, unless it is large. */
  weight: Uint32Array;
  /** Spellings in the mentions read. */
  spellings: Spellings[];
  row: Map<string, number>;
}

type Told = "name" | "name_ar" | "kind" | "precision" | "country" | "admin1" | "coord_source" | "uncertainty_km";

/** A place's data: from its own feature, or from a mention. */
type PlaceTold = Pick<PlaceFeature, "id" | "geometry"> & { properties: Pick<PlaceFeature["properties"], Told> };

export function makePlaces(all: readonly PlaceTold[]): Places {
  const features = all.flatMap((f) => (f.geometry ? [{ ...f, at: f.geometry.coordinates }] : []));
  return {
    id: features.map((f) => f.id),
    name: features.map((f) => f.properties.name ?? f.id),
    nameAr: features.map((f) => f.properties.name_ar ?? undefined),
    kind: features.map((f) => f.properties.kind ?? ""),
    precision: Uint8Array.from(features, (f) => precisionCode(f.properties.precision)),
    country: features.map((f) => f.properties.country ?? ""),
    admin1: features.map((f) => f.properties.admin1 ?? ""),
    lon: Float64Array.from(features, (f) => f.at[0]),
    lat: Float64Array.from(features, (f) => f.at[1]),
    approximate: features.map((f) => f.properties.coord_source?.startsWith("approx") ?? false),
    uncertainty: Float64Array.from(features, (f) => f.properties.uncertainty_km ?? Number.NaN),
    confidence: new Float32Array(features.length),
    total: new Uint32Array(features.length),
    weight: new Uint32Array(features.length),
    spellings: features.map(() => new Spellings()),
    row: new Map(features.map((f, i) => [f.id, i])),
  };
}

/** The places, including those missing from the collection (it grew between two requests), made from their mentions. */
export function withMentioned(features: PlaceFeature[], mentions: MentionFeature[]): PlaceTold[] {
  const known = new Set(features.map((f) => f.id));
  const more: PlaceTold[] = [];
  for (const { geometry, properties: p } of mentions) {
    if (!p.place || known.has(p.place) || !geometry) continue;
    known.add(p.place);
    more.push({ id: p.place, geometry, properties: { ...p, name: p.name ?? p.phrase, name_ar: null } });
  }
  return [...features, ...more];
}

/** Larger places (by precision code) have no weight in the first view. */
const LARGEST = 2;

/** Adds what the mentions say of their places. */
export function learn(places: Places, m: Mentions) {
  m.place.forEach((row, i) => {
    if (row < 0) return;
    places.total[row]++;
    places.confidence[row] = Math.max(places.confidence[row], m.confidence[i]);
    if (m.role[i] !== "place") return;
    places.spellings[row].add(m.phrase[i]);
    if (places.precision[row] <= LARGEST) places.weight[row]++;
  });
}

/** Adds the confidence from the server's sums. */
export function learnConfidence(places: Places, doc: Sums) {
  doc.places.forEach((id, i) => {
    const row = places.row.get(id);
    if (row !== undefined && !(places.confidence[row] >= doc.confidence[i])) places.confidence[row] = doc.confidence[i];
  });
}

/** Adds the counts from the server's sums. */
export function learnSums(places: Places, doc: Sums) {
  places.confidence.fill(Number.NaN);
  learnConfidence(places, doc);
  doc.places.forEach((id, i) => {
    const row = places.row.get(id);
    if (row === undefined) return;
    let n = doc.undated[i];
    for (let k = doc.start[i]; k < doc.start[i + 1]; k++) n += doc.count[k];
    places.total[row] = n;
    if (places.precision[row] <= LARGEST) places.weight[row] = n;
  });
}
