import { describe, expect, it } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { formatDay, UNDATED } from "../domain/days";
import { confidenceWord, precisionCode } from "../domain/precision";
import { makeDataset } from "./dataset";
import { frontItems } from "./fronts";

const input = { places: placeFeatures, mentions: mentionFeatures, fronts: frontFeatures, articles: articleFeatures };
const data = makeDataset(input);

describe("the dataset", () => {
  it("holds each mention under its place, newest first", () => {
    const { byPlace, from, place, day } = data.mentions;
    expect(byPlace.length).toBe(place.filter((p) => p >= 0).length);
    for (let p = 0; p < data.places.id.length; p++) {
      const rows = [...byPlace.slice(from[p], from[p + 1])];
      expect(rows.every((i) => place[i] === p)).toBe(true);
      const days = rows.map((i) => day[i]);
      expect(days).toEqual([...days].sort((a, b) => b - a));
    }
  });

  it("lists articles newest first, the undated last, with their distinct places", () => {
    expect(data.articles.map((a) => a.day)).toEqual([...data.articles.map((a) => a.day)].sort((a, b) => b - a));
    expect(data.articles.at(-1)!.day).toBe(UNDATED);
    expect(data.articles.find((a) => a.id === "a000000000000001")).toMatchObject({ places: 4, mentions: 7 });
  });

  it("knows its first and last day", () => {
    expect([formatDay(data.first), formatDay(data.last)]).toEqual(["2019-06-12", "2020-02-28"]);
  });

  it("gives places the names that articles use, by script, without a date line's capitals", () => {
    const row = data.places.row.get("t1")!;
    expect(data.places.spellings[row].in("arabic")).toEqual(["خان شيخون"]);
    const shouting = makeDataset({
      ...input,
      mentions: mentionFeatures.map((f) =>
        f.properties.start === 17 ? { ...f, properties: { ...f.properties, phrase: "KHAN SHAYKHUN" } } : f,
      ),
    });
    expect(shouting.places.spellings[row].all()).not.toContain("KHAN SHAYKHUN");
  });

  it("makes a place of a mention whose place the collection lacks", () => {
    const lacking = makeDataset({ ...input, places: placeFeatures.slice(1) });
    expect(lacking.places.row.has("t1")).toBe(true);
    expect(lacking.mentions.place).not.toContain(-2);
  });

  it("is empty of nothing", () => {
    const empty = makeDataset({ places: [], mentions: [], fronts: [], articles: [] });
    expect(empty.first).toBe(UNDATED);
    expect(empty.articles).toEqual([]);
  });
});

describe("fronts", () => {
  it("of one shape are one, called as most call it, with the larger uncertainty", () => {
    const square = data.fronts.filter((f) => f.geometry.type === "Polygon");
    expect(square.length).toBe(1);
    expect(square[0].items.length).toBe(2);
    expect(square[0].uncertainty).toBe(15);
  });

  it("are counted by range and by article", () => {
    const day = data.fronts[0].items[0].day;
    expect(frontItems(data.fronts[0], { from: day, to: day }, () => true).length).toBe(1);
    expect(frontItems(data.fronts[0], { from: day + 1, to: day + 9 }, () => true).length).toBe(0);
    expect(frontItems(data.fronts[0], null, () => false).length).toBe(0);
  });
});

describe("words for numbers", () => {
  it("unknown precisions count as towns", () => {
    expect(["site", "town", "country", "galaxy", null].map(precisionCode)).toEqual([0, 1, 5, 1, 1]);
  });
  it("confidence", () => {
    expect([1, 0.8, 0.79, 0.5, 0.49, 0].map(confidenceWord)).toEqual([
      "high",
      "high",
      "likely",
      "likely",
      "uncertain",
      "uncertain",
    ]);
  });
});

it("calls a shape of several kinds the same, in whatever order they came", () => {
  const [one] = frontFeatures;
  const kinds = ["road", "border", "axis"].map((kind, i) => ({
    ...one,
    id: `k${i}`,
    properties: { ...one.properties, kind },
  }));
  const kindOf = (fronts: typeof kinds) =>
    makeDataset({ places: placeFeatures, mentions: [], fronts, articles: [] }).fronts[0].kind;
  expect([kindOf(kinds), kindOf([...kinds].reverse())]).toEqual(["axis", "axis"]);
});
