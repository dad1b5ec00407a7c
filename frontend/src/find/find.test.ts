import { describe, expect, it } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { makeDataset } from "../data/dataset";
import { fits, fold } from "../domain/fold";
import { readSearch } from "./read";
import { localPlaces, suggestions } from "./suggest";

const data = makeDataset({
  places: placeFeatures,
  mentions: mentionFeatures,
  fronts: frontFeatures,
  articles: articleFeatures,
});
const ids = (search: string) => localPlaces(data, search).map((row) => data.places.id[row]);

describe("folding", () => {
  it.each([
    ["Khān Shaykhūn", "khan shaykhun"],
    ["Ma‘arrat an-Nu‘mān", "maarrat an numan"],
    ["Deir ez-Zor", "deir ez zor"],
    ["إدلب", "ادلب"],
    ["اللطامنة", "اللطامنه"],
    ["حَمَاة", "حماه"],
  ])("%s", (text, folded) => expect(fold(text)).toBe(folded));

  it("fits from the start of the name or of a word in it", () => {
    expect(fits("khan shaykhun", "khan")).toBe(2);
    expect(fits("khan shaykhun", "shay")).toBe(1);
    expect(fits("khan shaykhun", "aykh")).toBe(0);
  });
});

describe("suggestions", () => {
  it("find a place in either script", () => {
    expect(ids("khan")).toEqual(["t1"]);
    expect(ids("خان شي")).toEqual(["t1"]);
    expect(ids("  ")).toEqual([]);
  });

  it("put the place mentioned most first", () => {
    expect(ids("k")).toEqual(["t1", "t3"]);
  });

  it("take the gazetteer's places of the map for what they are, and end with the words", () => {
    const found = (id: string) => ({
      id,
      name: id,
      matched: "",
      kind: "P.PPL",
      lat: 0,
      lon: 0,
      country: "SY",
      admin1: "",
      how: "prefix",
      population: 0,
      score: 1,
    });
    const list = suggestions(data, "idl", [found("t2"), found("u1"), found("x9")]);
    expect(list.map((s) => s.kind)).toEqual(["place", "place", "near", "front", "elsewhere", "words"]);
    expect(suggestions(data, "", [])).toEqual([]);
  });
});

describe("a search", () => {
  it.each([
    ["Saraqib", { name: "Saraqib", km: null, point: null }],
    ["Saraqib + 15 km", { name: "Saraqib", km: 15, point: null }],
    ["سراقب +20كم", { name: "سراقب", km: 20, point: null }],
    ["Saraqib+900", { name: "Saraqib", km: 200, point: null }],
    ["C++ news", { name: "C++ news", km: null, point: null }],
    ["35.86, 36.81", { name: "35.86, 36.81", km: null, point: { lat: 35.86, lon: 36.81 } }],
    ["35.86 N 36.81 E + 10", { name: "35.86 N 36.81 E", km: 10, point: { lat: 35.86, lon: 36.81 } }],
    ["-33.9; 151.2", { name: "-33.9; 151.2", km: null, point: { lat: -33.9, lon: 151.2 } }],
    ["33.9 S, 70 W", { name: "33.9 S, 70 W", km: null, point: { lat: -33.9, lon: -70 } }],
    ["95, 36", { name: "95, 36", km: null, point: null }],
    ["8fvc2222+22", { name: "8fvc2222+22", km: null, point: { lat: 47.0000625, lon: 8.0000625 } }],
    ["7FG49Q00+", { name: "7FG49Q00+", km: null, point: { lat: 20.375, lon: 2.775 } }],
    ["7FG49QCJ+2VX", { name: "7FG49QCJ+2VX", km: null, point: { lat: 20.3701125, lon: 2.78223438 } }],
    ["4VCPPQGP+Q9", { name: "4VCPPQGP+Q9", km: null, point: { lat: -41.2730625, lon: 174.7859375 } }],
    ["CFX30000+", { name: "CFX30000+", km: null, point: { lat: 89.5, lon: 1.5 } }],
    ["PVX+XX Saraqib", { name: "PVX+XX Saraqib", km: null, point: null }],
    ["20 30 articles", { name: "20 30 articles", km: null, point: null }],
  ])("is read: %s", (text, wanted) => {
    expect(readSearch(text)).toEqual(wanted);
  });

  it("for what lies around a place offers the places that fit, each with the radius", () => {
    const list = suggestions(data, "idl + 25 km", []);
    expect(list).toEqual([{ kind: "near", near: { lat: 35.93, lon: 36.63, km: 25, name: "Idlib" } }]);
  });

  it("for a point offers the point, and what lies around it", () => {
    expect(suggestions(data, "35.5, 36.5", []).map((s) => s.kind)).toEqual(["point", "near"]);
  });

  it("finds lines and areas by their phrases", () => {
    const list = suggestions(data, "محور", []);
    expect(list.find((s) => s.kind === "front")).toMatchObject({ row: expect.any(Number) });
  });
});
