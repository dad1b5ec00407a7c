import { describe, expect, it } from "vitest";
import { ONLY_UNDATED, parseDay, UNDATED } from "../domain/days";
import { articlesByKey, divisionKeys, sumByKey, timesCSV } from "./divisions";
import { makeMatrix } from "./matrix";
import type { Places } from "./places";

const places = {
  country: ["Syria", "Syria", "Iraq", "Syria", "Jordan"],
  admin1: ["Idlib", "Idlib", "Anbar", "", ""],
  precision: Uint8Array.from([1, 3, 1, 5, 1]),
} as unknown as Places;

const keys = divisionKeys(places, ["SY.12", "SY.12", "", "", ""]);

describe("divisions", () => {
  it("are told by the basemap, else by name; countries lie in none", () => {
    expect(keys).toEqual(["SY.12", "SY.12", "Iraq|Anbar", "", ""]);
  });

  it("add up their places", () => {
    expect([...sumByKey(keys, Uint32Array.from([3, 2, 1, 9, 4]))]).toEqual([
      ["SY.12", 5],
      ["Iraq|Anbar", 1],
    ]);
    expect([...sumByKey(keys, Uint32Array.from([0, 2, 0, 9, 4]))]).toEqual([["SY.12", 2]]);
  });

  it("count an article once", () => {
    const mentions = { place: Int32Array.from([0, 1, 0, 2, -1, 3]), article: Int32Array.from([7, 7, 8, 7, 7, 7]) };
    expect([...articlesByKey(keys, mentions, (i) => i !== 2)]).toEqual([
      ["SY.12", 1],
      ["Iraq|Anbar", 1],
    ]);
    expect(articlesByKey(keys, mentions, () => true).get("SY.12")).toBe(2);
  });

  it("are written by week, or by what is coarser", () => {
    const days = ["2019-08-20", "2019-08-22", "2019-08-26", "2019-08-22"].map(parseDay);
    const m = makeMatrix(5, Int32Array.from([0, 1, 0, 2, 2]), Int32Array.from([...days, UNDATED]));
    const name = (key: string) => (key === "SY.12" ? ["Idlib", "Syria"] : ["=Anbar", "Iraq"]);
    expect(timesCSV(m, keys, "week", null, name)).toBe(
      "\uFEFFdivision,country,week,mentions\r\n'=Anbar,Iraq,,1\r\n'=Anbar,Iraq,2019-08-19,1\r\nIdlib,Syria,2019-08-19,2\r\nIdlib,Syria,2019-08-26,1\r\n",
    );
    expect(timesCSV(m, keys, "week", ONLY_UNDATED, name)).toBe(
      "\uFEFFdivision,country,week,mentions\r\n'=Anbar,Iraq,,1\r\n",
    );
    expect(timesCSV(m, keys, "year", null, name)).toBe(
      "\uFEFFdivision,country,year,mentions\r\n'=Anbar,Iraq,,1\r\n'=Anbar,Iraq,2019-01-01,1\r\nIdlib,Syria,2019-01-01,3\r\n",
    );
    const week = { from: parseDay("2019-08-26"), to: parseDay("2019-09-01") };
    expect(timesCSV(m, keys, "week", week, name)).toBe(
      "\uFEFFdivision,country,week,mentions\r\nIdlib,Syria,2019-08-26,1\r\n",
    );
  });
});
