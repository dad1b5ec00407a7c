import { describe, expect, it } from "vitest";
import { formatDay, parseDay, UNDATED, within } from "./days";

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
});
