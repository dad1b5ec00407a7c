import { describe, expect, it } from "vitest";
import { binOf, chooseUnit, makeBins, next, startOfWeek } from "./bins";
import { formatDay, parseDay } from "./days";

const day = (s: string) => parseDay(s);

describe("bins", () => {
  it("weeks start on Monday, before 1970 too", () => {
    expect(formatDay(startOfWeek(day("2019-08-22")))).toBe("2019-08-19");
    expect(formatDay(startOfWeek(day("2019-08-19")))).toBe("2019-08-19");
    expect(formatDay(startOfWeek(day("2019-08-25")))).toBe("2019-08-19");
    expect(formatDay(startOfWeek(day("1969-12-31")))).toBe("1969-12-29");
  });

  it("months and years step over their ends", () => {
    expect(formatDay(next(day("2019-12-31"), "month"))).toBe("2020-01-01");
    expect(formatDay(next(day("2020-02-29"), "month", -1))).toBe("2020-01-01");
    expect(formatDay(next(day("2020-02-29"), "year"))).toBe("2021-01-01");
  });

  it.each(["day", "week", "month", "year"] as const)("every day lies in exactly one %s", (unit) => {
    const [first, last] = [day("2015-01-27"), day("2020-06-26")];
    const bins = makeBins(first, last, unit);
    expect(bins.edges[0]).toBeLessThanOrEqual(first);
    expect(bins.edges.at(-1)).toBeGreaterThan(last);
    for (let d = first; d <= last; d += 13) {
      const i = binOf(bins, d);
      expect(bins.edges[i]).toBeLessThanOrEqual(d);
      expect(bins.edges[i + 1]).toBeGreaterThan(d);
    }
  });

  it("clamps what lies outside", () => {
    const bins = makeBins(day("2019-01-01"), day("2019-12-31"), "month");
    expect(binOf(bins, day("2001-01-01"))).toBe(0);
    expect(binOf(bins, day("2031-01-01"))).toBe(11);
  });

  it("chooses the finest bars that fit", () => {
    const [first, last] = [day("2015-01-27"), day("2020-06-26")];
    expect(chooseUnit(first, last, 1000)).toBe("month");
    expect(chooseUnit(first, last, 2000)).toBe("week");
    expect(chooseUnit(first, last, 300)).toBe("year");
    expect(chooseUnit(day("2019-08-01"), day("2019-08-31"), 1000)).toBe("day");
  });
});
