// The mentions read, in columns.

import type { MentionFeature } from "../api/types";
import { datingCode } from "../domain/dating";
import { parseDay } from "../domain/days";

export interface Mentions {
  id: string[];
  /** Rows of place (-1: not located, though its container may be known) and article (-1: unknown). */
  place: Int32Array;
  article: Int32Array;
  /** The day in effect: the event's, or that of publication (see redate). */
  day: Int32Array;
  event: Int32Array;
  published: Int32Array;
  /** The dating of the event's day: see datingOf. */
  dating: Uint8Array;
  start: Uint32Array;
  end: Uint32Array;
  confidence: Float32Array;
  phrase: string[];
  sentence: string[];
  role: string[];
  /** From the server, "" for none. */
  kind: string[];
  precision: string[];
  /** Mentions by place: rows byPlace[from[p]] to byPlace[from[p + 1] - 1], newest first. */
  byPlace: Uint32Array;
  from: Uint32Array;
}

export function makeMentions(
  features: MentionFeature[],
  placeRow: Map<string, number>,
  articleRow: Map<string, number>,
): Mentions {
  const properties = features.map((f) => f.properties);
  const placed = ({ geometry, properties: { place } }: MentionFeature) =>
    place && geometry ? (placeRow.get(place) ?? -1) : -1;
  const event = Int32Array.from(properties, (p) => parseDay(p.date ?? p.published));
  return {
    id: features.map((f) => f.id),
    place: Int32Array.from(features, placed),
    day: event,
    event,
    published: Int32Array.from(properties, (p) => parseDay(p.published)),
    dating: Uint8Array.from(properties, (p) => datingCode(p.date_precision, p.date ? p.date_from : "published")),
    confidence: Float32Array.from(properties, (p) => p.confidence),
    article: Int32Array.from(properties, (p) => articleRow.get(p.article) ?? -1),
    start: Uint32Array.from(properties, (p) => p.start),
    end: Uint32Array.from(properties, (p) => p.end),
    phrase: properties.map((p) => p.phrase ?? ""),
    sentence: properties.map((p) => p.sentence ?? ""),
    role: properties.map((p) => p.role ?? ""),
    kind: properties.map((p) => p.kind ?? ""),
    precision: properties.map((p) => p.precision ?? ""),
    byPlace: new Uint32Array(0),
    from: new Uint32Array(0),
  };
}

export function indexByPlace(place: Int32Array, day: Int32Array, rows: number) {
  const located: number[] = [];
  for (let i = 0; i < place.length; i++) if (place[i] >= 0) located.push(i);
  const byPlace = Uint32Array.from(located).sort((a, b) => place[a] - place[b] || day[b] - day[a] || a - b);
  const from = new Uint32Array(rows + 1);
  for (const i of byPlace) from[place[i] + 1]++;
  for (let p = 0; p < rows; p++) from[p + 1] += from[p];
  return { byPlace, from };
}
