import { describe, expect, it } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { makeDataset } from "../data/dataset";
import { fits, fold } from "../domain/fold";
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
    });
    const list = suggestions(data, "idl", [found("t2"), found("u1"), found("x9")]);
    expect(list.map((s) => s.kind)).toEqual(["place", "place", "elsewhere", "words"]);
    expect(suggestions(data, "", [])).toEqual([]);
  });
});
