import { describe, expect, it } from "vitest";
import { apart } from "./thumbs";

describe("thumbs", () => {
  it.each([
    [100, 200],
    [100, 110],
    [100, 100],
    [0, 3],
    [10, 12],
    [397, 400],
    [400, 400],
  ])("at %d and %d lie apart, and on the chart", (a, b) => {
    const [left, right] = apart(a, b, 400);
    expect(b + right - (a + left)).toBeGreaterThanOrEqual(28);
    expect(a + left).toBeGreaterThanOrEqual(0);
    expect(b + right).toBeLessThanOrEqual(400);
    if (b - a >= 28) expect([left, right]).toEqual([-0, 0]);
  });
});
