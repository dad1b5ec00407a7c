import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDay } from "../domain/days";
import { format, initial, type Name, names, parse, type View } from "./codec";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

const full: View = {
  time: { from: parseDay("2019-08-01"), to: parseDay("2019-08-31") },
  compare: { from: parseDay("2019-09-01"), to: parseDay("2019-09-30") },
  measure: "articles",
  axis: { from: parseDay("2019-01-01"), to: parseDay("2019-12-31") },
  by: "published",
  map: { lat: 35.4421, lon: 36.651, zoom: 9.25 },
  place: "gn168325",
  front: "ae0acaac21e8988e-60-66",
  article: "ae0acaac21e8988e",
  at: 60,
  q: "M5 طريق حلب & more",
  source: ["First Paper", "الصحيفة & الثانية"],
  language: ["ar"],
  kind: ["P", "front"],
  role: ["place"],
  roles: true,
  copies: true,
  precision: ["town", "site"],
  confidence: ["high"],
  box: [36.1, 35, 37.25, 36.5],
  near: { lat: 35.86, lon: 36.81, km: 15, name: "Saraqib, town" },
  list: "places",
  events: "control",
  type: "air_strike",
  day: "2019-08-22",
  everywhere: true,
  areas: true,
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

  it.each(names)("comes back with %s alone", (key: Name) => {
    const state: View = { ...initial, [key]: full[key] };
    if (key === "at") state.article = full.article;
    expect(parse(format(state))).toEqual(state);
  });

  it("can be read by people", () => {
    expect(format({ ...initial, time: full.time, map: full.map, place: "dl-SY.12" })).toBe(
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
    "?near=35,36",
    "?near=95,36,10",
    "?near=35,36,0",
    "?axis=2019-02-01/2019-01-01",
    "?by=event&until=x",
  ])("leaves out what makes no sense: %s", (query) => {
    expect(parse(query)).toEqual(initial);
  });

  it("west and south are negative", () => {
    const map = { lat: -19.0545, lon: -169.9177, zoom: 7 };
    expect(parse(format({ ...initial, map })).map).toEqual(map);
  });

  it("is explained in docs/page.md, every parameter of it", () => {
    const rows = read("../../../docs/page.md")
      .match(/^\| `.*$/gm)!
      .join("\n");
    expect(names.filter((name) => !new RegExp(`\`${name}[\`=]`).test(rows))).toEqual([]);
  });

  it("is read before the first paint by the same names", () => {
    const asked = [...read("../../public/boot.js").matchAll(/query\.get\("(\w+)"\)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((name) => !names.includes(name as Name))).toEqual([]);
  });
});
