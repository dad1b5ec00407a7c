import { describe, expect, it } from "vitest";
import { parseDay } from "../time/days";
import { format, initial, parse, type ViewState } from "./codec";

const full: ViewState = {
  range: { from: parseDay("2019-08-01"), to: parseDay("2019-08-31") },
  axis: { from: parseDay("2019-01-01"), to: parseDay("2019-12-31") },
  dateBy: "published",
  filters: {
    source: ["First Paper", "الصحيفة & الثانية"],
    language: ["ar"],
    kind: ["P", "front"],
    role: ["place"],
    precision: ["town", "site"],
    confidence: ["high"],
    box: [36.1, 35, 37.25, 36.5],
  },
  centre: { lat: 35.4421, lon: 36.651, zoom: 9.25 },
  place: "gn168325",
  front: "ae0acaac21e8988e-60-66",
  article: "ae0acaac21e8988e",
  at: 60,
  words: "M5 طريق حلب & more",
  list: "places",
  everywhere: true,
  lang: "ar",
  theme: "dark",
  embed: true,
};

describe("the address", () => {
  it("of the initial view is bare", () => {
    expect(format(initial)).toBe("");
    expect(parse("")).toEqual(initial);
  });

  it("comes back whole", () => {
    expect(parse(format(full))).toEqual(full);
  });

  it.each(Object.keys(full) as (keyof ViewState)[])("comes back with %s alone", (key) => {
    const state = { ...initial, [key]: full[key] };
    if (key === "at") state.article = full.article;
    expect(parse(format(state))).toEqual(state);
  });

  it("can be read by people", () => {
    expect(format({ ...initial, range: full.range, centre: full.centre, place: "dl-SY.12" })).toBe(
      "?time=2019-08-01/2019-08-31&map=9.25/35.4421/36.6510&place=dl-SY.12",
    );
  });

  it.each([
    "?time=2019-08-31/2019-08-01",
    "?time=2019-08-01",
    "?time=2019-02-30/2019-03-01",
    "?map=99/1/1",
    "?map=5/100/1",
    "?map=x",
    "?place=a/b",
    "?article=%3Cscript%3E",
    "?at=-1",
    "?lang=fr&theme=pink&list=x&embed=yes",
    "?unknown=1",
    "?box=1,2,3",
    "?box=1,5,3,4",
    "?box=a,b,c,d",
    "?axis=2019-02-01/2019-01-01",
    "?by=event&until=x",
  ])("leaves out what makes no sense: %s", (query) => {
    expect(parse(query)).toEqual(initial);
  });

  it("west and south are negative", () => {
    const centre = { lat: -19.0545, lon: -169.9177, zoom: 7 };
    expect(parse(format({ ...initial, centre })).centre).toEqual(centre);
  });
});
