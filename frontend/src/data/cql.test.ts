import { describe, expect, it } from "vitest";
import { toCQL } from "./cql";
import { type Filters, noFilters } from "./filter";

describe("filters as CQL2", () => {
  it.each<[Partial<Filters>, string | null]>([
    [{}, "role<>'anchor'"],
    [{ source: ["A", "The 'B'"] }, "role<>'anchor' AND source IN ('A','The ''B''')"],
    [{ kind: ["P"] }, "role<>'anchor' AND kind LIKE 'P%'"],
    [{ kind: ["P", "?"] }, "role<>'anchor' AND (kind LIKE 'P%' OR place IS NULL)"],
    [
      { role: ["place"], precision: ["town", "site"] },
      "role<>'anchor' AND role IN ('place') AND precision IN ('town','site')",
    ],
    [
      { confidence: ["uncertain", "likely"] },
      "role<>'anchor' AND ((confidence>=0.5 AND confidence<0.8) OR confidence<0.5)",
    ],
    [{ confidence: ["high"] }, "role<>'anchor' AND confidence>=0.8"],
    [{ language: ["ar"] }, null],
    [{ box: [1, 2, 3, 4] }, null],
    [{ kind: ["front"] }, null],
  ])("%j", (some, wanted) => {
    expect(toCQL({ ...noFilters, ...some })).toBe(wanted);
  });
});
