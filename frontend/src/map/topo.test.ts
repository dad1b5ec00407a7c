import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mercatorX, mercatorY } from "./mercator";
import { contains, decode, type RawTopology } from "./topo";

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../basemap/data/${name}`, import.meta.url), "utf8"));
const raw = file("theatre.json") as RawTopology;
const theatre = decode(raw);
const at = (name: string, lon: number, lat: number) =>
  theatre.objects[name].filter((s) => contains(theatre, s, mercatorX(lon), mercatorY(lat))).map((s) => s.id);

describe("the basemap's files", () => {
  it("hold seats of governorates in their governorates", () => {
    expect(at("divisions", 36.63, 35.93)).toEqual(["SY.12"]);
    expect(at("divisions", 37.16, 36.2)).toEqual(["SY.09"]);
    expect(at("divisions", 36.76, 35.13)).toEqual(["SY.10"]);
    expect(at("divisions", 40.14, 35.34)).toEqual(["SY.07"]);
  });

  it("hold points in one country, or in the sea", () => {
    expect(at("countries", 36.63, 35.93)).toEqual(["SY"]);
    expect(at("countries", 35.51, 33.89)).toEqual(["LB"]);
    expect(at("countries", 44.36, 33.31)).toEqual(["IQ"]);
    expect(at("land", 34, 35.5)).toEqual([]);
    expect(at("land", 37, 35)).toHaveLength(1);
  });

  it("stay within what they are cut to", () => {
    const [west, south, east, north] = raw.bbox!;
    const slack = 1e-6;
    for (const arc of theatre.arcs) {
      for (let i = 0; i < arc.length; i += 2) {
        expect(arc[i]).toBeGreaterThan(mercatorX(west) - slack);
        expect(arc[i]).toBeLessThan(mercatorX(east) + slack);
        expect(arc[i + 1]).toBeGreaterThan(mercatorY(north) - slack);
        expect(arc[i + 1]).toBeLessThan(mercatorY(south) + slack);
      }
    }
  });

  it("do not run across the map where the world is cut", () => {
    for (const name of ["world-110m.json", "world-50m.json"]) {
      for (const arc of decode(file(name)).arcs) {
        for (let i = 2; i < arc.length; i += 2) expect(Math.abs(arc[i] - arc[i - 2])).toBeLessThan(0.5);
      }
    }
  });

  it("name every division in both scripts, and every country by a code", () => {
    for (const [kind, id, en, ar] of file("labels.json") as [string, string, string, string][]) {
      if (kind === "country") expect(id).toMatch(/^[A-Z]{2}$/);
      else
        expect(
          [en, ar].every((name) => name.length > 1),
          id,
        ).toBe(true);
    }
  });
});
