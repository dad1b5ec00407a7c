import { describe, expect, it } from "vitest";
import { SamePlace } from "./sameplace";

const same = new SamePlace({
  name: ["Rukban", "Ma'arrat al-Nu'man", "Kafr Nabl"],
  nameAr: ["الركبان", undefined, "كفر نبل"],
  lat: [33.31, 35.64, 35.61],
  lon: [38.7, 36.67, 36.56],
  row: new Map([
    ["camp", 0],
    ["n2", 1],
    ["n3", 2],
  ]),
});

const town = (id: string, name: string, lat: number, lon: number, name_ar?: string) =>
  ({ id, name, lat, lon, population: 0, ...(name_ar ? { name_ar } : {}) }) as const;

describe("a town of the gazetteer", () => {
  it.each([
    ["by its id", town("n3", "Kafranbel", 0, 0), 2],
    ["by its name, nearby", town("gn1", "Rukban", 33.314, 38.703), 0],
    ["by its name in other letters of its kind", town("gn2", "Maarrat al-Numan", 35.64, 36.68), 1],
    ["by its Arabic name", town("gn3", "Kefr Nebel", 35.6, 36.6, "كَفر نبل"), 2],
    ["but no namesake far away", town("gn4", "Rukban", 33.8, 38.7), -1],
    ["but no neighbour of another name", town("gn5", "Hazarin", 35.61, 36.56), -1],
  ])("is a place of the data %s", (_, t, row) => {
    expect(same.rowOf(t)).toBe(row);
    expect(same.rowOf(t)).toBe(row); // as it is kept
  });
});
