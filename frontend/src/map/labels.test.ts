import { describe, expect, it } from "vitest";
import type { BaseLabel } from "./basemap";
import { type LabelInput, layoutLabels } from "./labels";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import { layout, makeSymbols } from "./symbols";

const zoom = 7;
const scale = 256 * 2 ** zoom;
const [left, top] = [mercatorX(36) * scale, mercatorY(36.5) * scale];
const frame: Frame = { zoom, scale, left, top, width: 800, height: 600, window: [100, 100, 700, 500] };

interface Place {
  name: string;
  lon: number;
  lat: number;
  n: number;
  area?: string;
}

function input(places: Place[], base: BaseLabel[] = [], covered: LabelInput["covered"] = []): LabelInput {
  const data = {
    x: Float64Array.from(places, (p) => mercatorX(p.lon)),
    y: Float64Array.from(places, (p) => mercatorY(p.lat)),
    area: Uint8Array.from(places, (p) => Number(p.area !== undefined)),
    counts: Uint32Array.from(places, (p) => p.n),
    most: 40,
  };
  return {
    symbols: layout(data, frame, makeSymbols(places.length)),
    base,
    arabic: false,
    name: (row) => places[row].name,
    areaOf: (row) => places[row].area ?? "",
    isArea: data.area,
    back: () => false,
    landmark: (row) => places[row].name === "Capital",
    countOf: () => 0,
    countryName: (code) => ({ SY: "Syria" })[code],
    measure: (text, _, size) => text.length * size * 0.6,
    covered,
    lines: [],
    signs: [],
  };
}

const names = (i: LabelInput) => layoutLabels(i, frame).map((l) => l.text);

describe("names on the map", () => {
  it("the place mentioned more gets its name first", () => {
    const near = [
      { name: "Small", lon: 38.5, lat: 35, n: 1 },
      { name: "Large", lon: 38.52, lat: 35, n: 40 },
    ];
    expect(names(input(near))[0]).toBe("Large");
  });

  it("an area's name stands beside its ring, else in its middle", () => {
    const base: BaseLabel[] = [["division", "SY.12", "Idlib", "إدلب", 38.5, 35, 7]];
    const [free] = layoutLabels(input([], base), frame);
    const [ringed] = layoutLabels(
      input([{ name: "Idlib Governorate", lon: 38.5, lat: 35, n: 9, area: "SY.12" }], base),
      frame,
    );
    const x = mercatorX(38.5) * scale - left;
    expect((free.box.left + free.box.right) / 2).toBeCloseTo(x);
    expect(ringed.box.left).toBeGreaterThan(x);
    expect(ringed.text).toBe("IDLIB");
  });

  it("a place that is not mentioned keeps its name only as a landmark", () => {
    const quiet = [
      { name: "Capital", lon: 38, lat: 35, n: 0 },
      { name: "Village", lon: 39, lat: 35, n: 0 },
    ];
    expect(names(input(quiet))).toEqual(["Capital"]);
  });

  it("no name lies under what covers the map, and none is cut by its edge", () => {
    const places = Array.from({ length: 60 }, (_, i) => ({
      name: `Place ${i}`,
      lon: 36.2 + (i % 10) * 0.45,
      lat: 33.4 + Math.floor(i / 10) * 0.5,
      n: 1 + i,
    }));
    const cover = { left: 300, top: 200, right: 500, bottom: 400 };
    for (const { box } of layoutLabels(input(places, [], [cover]), frame)) {
      expect(box.left < cover.right && box.right > cover.left && box.top < cover.bottom && box.bottom > cover.top).toBe(
        false,
      );
      const inside = box.left >= 100 && box.right <= 700 && box.top >= 100 && box.bottom <= 500;
      const outside = box.right <= 100 || box.left >= 700 || box.bottom <= 100 || box.top >= 500;
      expect(inside || outside).toBe(true);
    }
  });

  it("wide regions stand with their count, and names leave signs room", () => {
    const base: BaseLabel[] = [["region", "r", "The East", "الشرق", 38.5, 34.5, 0]];
    expect(names({ ...input([], base), countOf: (id) => (id === "r" ? 3 : 0) })).toEqual(["THE EAST · 3"]);
    const places = [{ name: "Town", lon: 38.5, lat: 35, n: 3 }];
    const [x, y] = [mercatorX(38.5) * scale - left, mercatorY(35) * scale - top];
    const [{ box }] = layoutLabels(
      {
        ...input(places),
        signs: [
          [x, y],
          [x + 20, y],
        ],
      },
      frame,
    );
    expect(box.right).toBeLessThan(x - 8);
  });

  it("a road that a line runs along is not named again, and what stands back is named after the others", () => {
    const base: BaseLabel[] = [["road", "", "M4 highway", "M4", 38.5, 34.2, 0]];
    expect(names(input([], base))).toEqual(["M4 highway"]);
    const line = Float64Array.of(mercatorX(36.6), mercatorY(35), mercatorX(40), mercatorY(35));
    const labels = layoutLabels({ ...input([], base), lines: [{ name: "M4 highway", lines: [line] }] }, frame);
    expect(labels.map(({ text, style }) => [text, style])).toEqual([["M4 highway", "line"]]);
    const places = [
      { name: "Much", lon: 38.5, lat: 35, n: 40 },
      { name: "Read", lon: 39.5, lat: 35, n: 1 },
    ];
    const back = layoutLabels({ ...input(places), back: (row) => row === 0 }, frame);
    expect(back.map(({ text, style }) => [text, style])).toEqual([
      ["Read", "place"],
      ["Much", "dim"],
    ]);
  });

  it("countries are called in the reader's language, from the zoom on that they want", () => {
    const base: BaseLabel[] = [
      ["country", "SY", "", "", 38.5, 35, 5],
      ["sea", "", "Near Sea", "بحر", 38.5, 34.5, 9],
    ];
    expect(names(input([], base))).toEqual(["SYRIA"]);
  });
});
