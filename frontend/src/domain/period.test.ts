import { describe, expect, it } from "vitest";
import { next } from "./bins";
import { formatDay, parseDay, type Range } from "./days";
import { type DayCounts, mainSpan, nextPeriod, periodAt, shiftPeriod, unitOf } from "./period";

const range = (from: string, to: string): Range => ({ from: parseDay(from), to: parseDay(to) });
const text = (r: Range | null) => r && `${formatDay(r.from)}/${formatDay(r.to)}`;
const counts = (entries: [day: string, n: number][]): DayCounts => ({
  days: Int32Array.from(entries, ([d]) => parseDay(d)),
  counts: Uint32Array.from(entries, ([, n]) => n),
});

describe("a period", () => {
  it.each([
    ["day", "2019-08-22/2019-08-22"],
    ["week", "2019-08-19/2019-08-25"],
    ["month", "2019-08-01/2019-08-31"],
  ] as const)("holds a day: %s", (unit, wanted) => {
    const period = periodAt(unit, parseDay("2019-08-22"));
    expect(text(period)).toBe(wanted);
    expect(unitOf(period)).toBe(unit);
  });

  it.each([
    ["2019-01-01/2019-01-31", 1, "2019-02-01/2019-02-28"],
    ["2019-03-01/2019-03-31", -1, "2019-02-01/2019-02-28"],
    ["2019-12-01/2019-12-31", 1, "2020-01-01/2020-01-31"],
    ["2019-08-19/2019-08-25", 1, "2019-08-26/2019-09-01"],
    ["2019-08-20/2019-08-29", -2, "2019-07-31/2019-08-09"],
    ["2019-08-22/2019-08-22", 1, "2019-08-23/2019-08-23"],
    ["2019-07-01/2019-08-31", 1, "2019-09-01/2019-10-31"],
    ["2019-01-01/2019-12-31", 1, "2020-01-01/2020-12-31"],
    ["2020-01-01/2020-12-31", -2, "2018-01-01/2018-12-31"],
  ])("moves by its length: %s by %d", (from, by, wanted) => {
    const [a, b] = from.split("/");
    expect(text(shiftPeriod(range(a, b), by))).toBe(wanted);
  });

  it("moves on to where there is something, and keeps its length", () => {
    const data = counts([
      ["2019-06-12", 1],
      ["2019-08-22", 3],
      ["2020-02-28", 1],
    ]);
    const week = range("2019-06-10", "2019-06-16");
    expect(text(nextPeriod(week, data))).toBe("2019-08-19/2019-08-25");
    expect(text(nextPeriod(range("2019-06-01", "2019-06-30"), data))).toBe("2019-08-01/2019-08-31");
    expect(text(nextPeriod(range("2019-08-01", "2019-08-31"), data))).toBe("2020-02-01/2020-02-29");
    expect(nextPeriod(range("2020-02-01", "2020-02-29"), data)).toBeNull();
  });

  it("never skips a period with something in it, whatever its length", () => {
    const data = counts(Array.from({ length: 30 }, (_, i) => [formatDay(18000 + i * i), 1]));
    for (let length = 1; length < 40; length++) {
      const seen = new Set<number>();
      for (let r: Range | null = { from: 18000, to: 17999 + length }; r; r = nextPeriod(r, data))
        for (const d of data.days) if (d >= r.from && d <= r.to) seen.add(d);
      expect(seen.size, String(length)).toBe(30);
    }
    for (let months = 1; months < 14; months++) {
      const seen = new Set<number>();
      const first = periodAt("month", 18000).from;
      for (let r: Range | null = { from: first, to: next(first, "month", months) - 1 }; r; r = nextPeriod(r, data))
        for (const d of data.days) if (d >= r.from && d <= r.to) seen.add(d);
      expect(seen.size, `${months} months`).toBe(30);
    }
  });
});

describe("the main span", () => {
  it("leaves out the few that are far away", () => {
    const data = counts([
      ["2014-01-01", 1],
      ["2019-08-01", 60],
      ["2019-08-20", 40],
    ]);
    expect(text(mainSpan(data))).toBe("2019-08-01/2019-08-20");
    expect(text(mainSpan(data, 1))).toBe("2014-01-01/2019-08-20");
  });

  it("is as short as any that holds as much, by brute force", () => {
    const data: DayCounts = {
      days: Int32Array.from({ length: 40 }, (_, i) => 100 + i * 3 + ((i * 7) % 3)),
      counts: Uint32Array.from({ length: 40 }, (_, i) => 1 + ((i * 13) % 11)),
    };
    const total = data.counts.reduce((a, b) => a + b, 0);
    let least = Number.POSITIVE_INFINITY;
    for (let a = 0; a < 40; a++)
      for (let b = a; b < 40; b++)
        if (data.counts.slice(a, b + 1).reduce((x, y) => x + y, 0) >= total * 0.8)
          least = Math.min(least, data.days[b] - data.days[a]);
    const span = mainSpan(data, 0.8)!;
    expect(span.to - span.from).toBe(least);
  });

  it("of nothing is none", () => {
    expect(mainSpan({ days: new Int32Array(0), counts: new Uint32Array(0) })).toBeNull();
  });
});
