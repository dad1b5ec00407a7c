import { describe, expect, it } from "vitest";
import { ONLY_UNDATED, parseDay } from "../domain/days";
import { type Filters, noFilters } from "../domain/filters";

import { type Choice, toQuery } from "./query";

const range = { from: parseDay("2019-08-01"), to: parseDay("2019-08-31") };

const all: Filters = { ...noFilters, allRoles: true };

describe("what is chosen, as the server takes it", () => {
  it.each<[Partial<Filters>, string | undefined]>([
    [{}, undefined],
    [{ source: ["A", "The 'B'"] }, "source IN ('A','The ''B''')"],
    [{ source: ["A", ""] }, "(source IN ('A') OR source IS NULL)"],
    [{ language: [""] }, "language IS NULL"],
    [{ kind: ["P"] }, "kind LIKE 'P%'"],
    [{ kind: ["P", "?"] }, "(kind LIKE 'P%' OR place IS NULL)"],
    [{ allRoles: false, source: ["A"] }, "source IN ('A') AND (role IS NULL OR role NOT IN ('metonym','dateline'))"],
    [{ allRoles: false, role: ["metonym"] }, "role IN ('metonym')"],
    [{ kind: ["front"] }, "confidence<0"],
    [{ role: ["place"], precision: ["town", "site"] }, "role IN ('place') AND precision IN ('town','site')"],
    [{ confidence: ["uncertain", "likely"] }, "((confidence>=0.5 AND confidence<0.8) OR confidence<0.5)"],
    [{ confidence: ["high"] }, "confidence>=0.8"],
    [{ box: [1, 2, 3, 4] }, "S_INTERSECTS(geometry,BBOX(1,2,3,4))"],
  ])("filters %j", (some, wanted) => {
    expect(toQuery({ filters: { ...all, ...some }, words: "", by: "event" }).filter).toBe(wanted);
  });

  it.each<[Partial<Choice>, object]>([
    [{ range }, { datetime: "2019-08-01/2019-08-31" }],
    [{ range, by: "published" }, { filter: "published>=DATE('2019-08-01') AND published<=DATE('2019-08-31')" }],
    [
      { range: { ...range, other: { from: parseDay("2019-09-01"), to: parseDay("2019-09-02") } } },
      {
        filter:
          "((date>=DATE('2019-08-01') AND date<=DATE('2019-08-31')) OR (date>=DATE('2019-09-01') AND date<=DATE('2019-09-02')))",
      },
    ],
    [{ range: ONLY_UNDATED }, { filter: "date IS NULL" }],
    [{ range: ONLY_UNDATED, by: "published" }, { filter: "published IS NULL" }],
    [
      { words: "khan", window: [1, 2, 3, 4], and: "place='t1'" },
      { filter: "place='t1'", q: "khan", bbox: "1,2,3,4" },
    ],
  ])("%j", (some, wanted) => {
    expect(toQuery({ filters: all, words: "", by: "event", ...some })).toEqual(wanted);
  });
});
