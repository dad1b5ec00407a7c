import { describe, expect, it } from "vitest";
import { earliest } from "./part";

describe("the part of a large archive", () => {
  const perDay = [5, 0, 7, 7, 1, 9, 2];
  const from = async (day: number) => perDay.slice(day).reduce((a, b) => a + b, 0);
  const plain = (most: number) => perDay.findIndex((_, day) => perDay.slice(day).reduce((a, b) => a + b, 0) <= most);

  it.each([2, 3, 11, 12, 13, 19, 26, 31, 100])("begins where at most %d are left", async (most) => {
    expect(await earliest(0, 6, from, most)).toBe(plain(most));
  });

  it("is its last day where that alone has more", async () => {
    expect(await earliest(0, 6, from, 1)).toBe(6);
  });
});
