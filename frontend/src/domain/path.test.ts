import { describe, expect, it } from "vitest";
import { arcs, lengthOf, type Point } from "./path";

const [aleppo, damascus, moscow]: Point[] = [
  [37.16, 36.2],
  [36.29, 33.51],
  [37.62, 55.75],
];

describe("the length of a line", () => {
  it.each<[string, Point[], number, number]>([
    ["of no point is nothing", [], 0, 0],
    ["of one point is nothing", [aleppo], 0, 0],
    [
      "of a degree of latitude",
      [
        [36, 35],
        [36, 36],
      ],
      111.2,
      0.1,
    ],
    [
      "of a degree of longitude at 60 north",
      [
        [0, 60],
        [1, 60],
      ],
      55.6,
      0.1,
    ],
    ["from Aleppo to Damascus", [aleppo, damascus], 309.6, 1],
    ["adds its stretches", [aleppo, damascus, aleppo], 619.2, 2],
    [
      "crosses the antimeridian",
      [
        [179.5, 0],
        [-179.5, 0],
      ],
      111.2,
      0.1,
    ],
  ])("%s", (_, points, km, within) => {
    expect(Math.abs(lengthOf(points) - km)).toBeLessThanOrEqual(within);
  });
});

describe("a great circle", () => {
  it("begins and ends where it should, is as long, and bends to the pole", () => {
    const way = arcs([
      [0, 50],
      [90, 50],
    ]);
    expect(way.at(-1)).toEqual([90, 50]);
    expect(way[0].map(Math.round)).toEqual([0, 50]);
    expect(lengthOf(way)).toBeCloseTo(
      lengthOf([
        [0, 50],
        [90, 50],
      ]),
      6,
    );
    expect(Math.max(...way.map(([, lat]) => lat))).toBeGreaterThan(58);
  });

  it("goes on behind 180 degrees, so that a map draws it in one piece", () => {
    const lons = arcs([
      [179, 10],
      [181, 12],
    ]).map(([lon]) => lon);
    expect(lons).toEqual([...lons].sort((a, b) => a - b));
  });

  it("of points that are the same stays there", () => {
    expect(arcs([moscow, moscow], 2)).toEqual([moscow, moscow, moscow]);
  });
});
