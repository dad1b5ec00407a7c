// Exports what is shown as GeoJSON (RFC 7946) and as CSV (RFC 4180).

import { formatDay, UNDATED } from "../domain/days";
import { precisions } from "../domain/precision";
import type { Dataset } from "./dataset";
import type { FrontItem } from "./fronts";

/** Which mentions, by row, and which sentences on which fronts. */
export interface Shown {
  mentions: number[];
  fronts: { index: number; items: FrontItem[] }[];
}

type Cell = string | number | null;
interface Record {
  id: string;
  geometry: GeoJSON.Geometry | null;
  properties: { [name: string]: Cell };
}

const date = (day: number) => (day === UNDATED ? null : formatDay(day));

function mention({ mentions: m, places, articles }: Dataset, i: number): Record {
  const p = m.place[i];
  const article = articles[m.article[i]];
  return {
    id: m.id[i],
    geometry: p < 0 ? null : { type: "Point", coordinates: [places.lon[p], places.lat[p]] },
    properties: {
      layer: "mentions",
      place: p < 0 ? null : places.id[p],
      name: p < 0 ? null : places.name[p],
      phrase: m.phrase[i],
      sentence: m.sentence[i],
      article: article?.id ?? null,
      title: article?.title ?? null,
      source: article?.source ?? null,
      date: date(m.event[i]),
      published: date(m.published[i]),
      role: m.role[i],
      kind: p < 0 ? null : places.kind[p],
      precision: p < 0 ? null : precisions[places.precision[p]],
      confidence: Math.round(m.confidence[i] * 100) / 100,
    },
  };
}

function front({ fronts, articles, articleRow }: Dataset, index: number, item: FrontItem): Record {
  const { geometry } = fronts[index];
  const article = articles[articleRow.get(item.article) ?? -1];
  return {
    id: item.id,
    geometry,
    properties: {
      layer: "fronts",
      place: null,
      name: null,
      phrase: item.phrase,
      sentence: item.sentence,
      article: article?.id ?? null,
      title: article?.title ?? null,
      source: article?.source ?? null,
      date: date(item.event),
      published: date(item.published),
      role: null,
      kind: item.kind,
      precision: null,
      confidence: item.confidence,
    },
  };
}

function records(data: Dataset, shown: Shown): Record[] {
  return [
    ...shown.mentions.map((i) => mention(data, i)),
    ...shown.fronts.flatMap(({ index, items }) => items.map((item) => front(data, index, item))),
  ];
}

export function toGeoJSON(data: Dataset, shown: Shown): string {
  const features = records(data, shown).map((r) => JSON.stringify({ type: "Feature", ...r }));
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

/** With a byte order mark, so that spreadsheets read it as UTF-8; geometries as WKT in the last column. */
export function toCSV(data: Dataset, shown: Shown): string {
  const rows = records(data, shown).map(({ id, geometry, properties }) => {
    const point = geometry?.type === "Point" ? geometry.coordinates : [null, null];
    return { id, ...properties, lon: point[0], lat: point[1], wkt: geometry ? toWKT(geometry) : null };
  });
  const names = rows.length ? Object.keys(rows[0]) : ["id"];
  return csv([names, ...rows.map((row) => Object.values(row))]);
}

/** Rows of cells as CSV, with a byte order mark. */
export const csv = (rows: readonly (readonly Cell[])[]) =>
  `\uFEFF${rows.map((row) => row.map(cell).join()).join("\r\n")}\r\n`;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Well-known text (OGC 06-103r4), longitude before latitude. */
export function toWKT(g: GeoJSON.Geometry): string {
  const list = <T>(items: readonly T[], one: (item: T) => string) => `(${items.map(one).join(", ")})`;
  const at = (p: GeoJSON.Position) => `${p[0]} ${p[1]}`;
  const line = (l: GeoJSON.Position[]) => list(l, at);
  const lines = (ls: GeoJSON.Position[][]) => list(ls, line);
  const name = g.type.toUpperCase();
  switch (g.type) {
    case "Point":
      return `${name} (${at(g.coordinates)})`;
    case "LineString":
    case "MultiPoint":
      return `${name} ${line(g.coordinates)}`;
    case "Polygon":
    case "MultiLineString":
      return `${name} ${lines(g.coordinates)}`;
    case "MultiPolygon":
      return `${name} ${list(g.coordinates, lines)}`;
    case "GeometryCollection":
      return `${name} ${list(g.geometries, toWKT)}`;
  }
}
