import { describe, expect, it } from "vitest";
import { formatDay, parseDay, spans, UNDATED, within } from "./days";

describe("days", () => {
  it.each(["1970-01-01", "2016-02-29", "2019-08-22", "1969-12-31", "2100-03-01"])("reads and writes %s", (text) => {
    expect(formatDay(parseDay(text))).toBe(text);
  });

  it("takes the UTC day of an instant", () => {
    expect(formatDay(parseDay("2019-08-22T23:30:00-02:00"))).toBe("2019-08-23");
    expect(formatDay(parseDay("2019-08-22T12:00:00Z"))).toBe("2019-08-22");
  });

  it.each(["", null, undefined, "soon", "2019", "2019-02-30", "2019-13-01", "22.8.2019"])("%s is undated", (text) => {
    expect(parseDay(text)).toBe(UNDATED);
  });

  it("keeps undated things out of every range but all time", () => {
    expect(within(UNDATED, null)).toBe(true);
    expect(within(UNDATED, { from: -1e9, to: 1e9 })).toBe(false);
    expect(within(5, { from: 5, to: 5 })).toBe(true);
  });

  it.each([
    ["before", { from: 1, to: 3 }, 2],
    ["after", { from: 9, to: 9 }, 2],
    ["over its end", { from: 6, to: 9 }, 1],
    ["over its start", { from: 2, to: 4 }, 1],
    ["inside", { from: 5, to: 5 }, 1],
    ["around", { from: 0, to: 20 }, 1],
  ])("a range has the days of the other %s, each once", (_, other, n) => {
    const range = { from: 4, to: 7, other };
    const parts = spans(range);
    expect(parts.length).toBe(n);
    for (let day = -1; day < 25; day++) {
      const wanted = (day >= 4 && day <= 7) || (day >= other.from && day <= other.to);
      expect(within(day, range)).toBe(wanted);
      expect(parts.filter((part) => within(day, part)).length).toBe(Number(wanted));
    }
  });
});
