import { describe, expect, it } from "vitest";
import { classOf, classSpans, classStarts } from "./classes";

describe("classes", () => {
  it.each([
    [[], []],
    [[0, 0], []],
    [[1, 1, 1], [1]],
    [
      [3, 0, 1],
      [1, 2, 3],
    ],
    [[7], [1, 2, 3, 4, 5]],
    [
      [1, 2, 9, 111],
      [1, 3, 7, 17, 44],
    ],
    [[100_000], [1, 10, 100, 1000, 10_000]],
  ])("of %j begin at %j", (values, want) => {
    expect(classStarts(values)).toEqual(want);
  });

  it("hold every value above 0, each in one", () => {
    const values = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55];
    const starts = classStarts(values);
    const spans = classSpans(starts, 55);
    for (const value of values) {
      const within = spans.filter(([from, to]) => value >= from && value <= to);
      expect(within.length).toBe(1);
      expect(spans.indexOf(within[0])).toBe(classOf(value, starts));
    }
    expect(classOf(0, starts)).toBe(-1);
  });
});
