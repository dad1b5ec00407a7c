import { describe, expect, it } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { makeDataset } from "./dataset";
import { toCSV, toGeoJSON, toWKT } from "./export";

const input = { places: placeFeatures, mentions: mentionFeatures, fronts: frontFeatures, articles: articleFeatures };
const data = makeDataset(input);
const all = {
  mentions: mentionFeatures.map((_, i) => i),
  fronts: data.fronts.map((f, index) => ({ index, items: f.items })),
};

/** Reads CSV, as plainly as the standard says it. */
function readCSV(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
}

describe("what is shown", () => {
  it("as GeoJSON is what the server sent", () => {
    const { features } = JSON.parse(toGeoJSON(data, all));
    expect(features.length).toBe(mentionFeatures.length + frontFeatures.length);
    for (const [i, sent] of mentionFeatures.entries()) {
      const { layer, title, ...made } = features[i].properties;
      expect([layer, title]).toEqual(["mentions", data.articles[data.mentions.article[i]].title]);
      expect(sent).toMatchObject({ id: features[i].id, geometry: features[i].geometry, properties: made });
    }
  });

  it("as CSV holds the same, row by row", () => {
    const { features } = JSON.parse(toGeoJSON(data, all));
    const [names, ...rows] = readCSV(toCSV(data, all).slice(1));
    expect(rows.length).toBe(features.length);
    rows.forEach((row, i) => {
      const by = Object.fromEntries(names.map((name, k) => [name, row[k]]));
      for (const [name, value] of Object.entries(features[i].properties))
        expect(by[name], name).toBe(String(value ?? ""));
      expect(by.wkt).toBe(features[i].geometry ? toWKT(features[i].geometry) : "");
    });
  });

  it("is nothing where nothing is shown", () => {
    expect(JSON.parse(toGeoJSON(data, { mentions: [], fronts: [] })).features).toEqual([]);
    expect(readCSV(toCSV(data, { mentions: [], fronts: [] })).length).toBe(0);
  });

  it("gives spreadsheets no formula, and quotes what needs it", () => {
    const sentence = '=HYPERLINK("x"), and\nmore';
    const [first] = mentionFeatures;
    const mentions = [{ ...first, properties: { ...first.properties, sentence } }];
    const text = toCSV(makeDataset({ ...input, mentions }), { mentions: [0], fronts: [] });
    expect(text).toContain(`"'=HYPERLINK(""x""), and\nmore"`);
  });

  it.each<[GeoJSON.Geometry, string]>([
    [{ type: "Point", coordinates: [1, 2] }, "POINT (1 2)"],
    [
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      "LINESTRING (1 2, 3 4)",
    ],
    [
      {
        type: "MultiLineString",
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
      "MULTILINESTRING ((1 2, 3 4))",
    ],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      "POLYGON ((0 0, 1 0, 1 1, 0 0))",
    ],
    [
      {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))",
    ],
    [
      { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [1, 2] }] },
      "GEOMETRYCOLLECTION (POINT (1 2))",
    ],
  ])("writes %j as well-known text", (geometry, text) => {
    expect(toWKT(geometry)).toBe(text);
  });
});
