import { describe, expect, it } from "vitest";
import { moveAxis, showDay, zoomAxis } from "./axis";

const whole = { from: 1000, to: 1999 };

describe("the axis", () => {
  it("keeps the day in its place as it zooms", () => {
    expect(zoomAxis(whole, whole, 0.5, 1500)).toEqual({ from: 1250, to: 1749 });
    expect(zoomAxis(whole, whole, 0.5, 1000)).toEqual({ from: 1000, to: 1499 });
    expect(zoomAxis({ from: 1250, to: 1749 }, whole, 0.5, 1740)).toEqual({ from: 1495, to: 1744 });
  });

  it("ends at two weeks and at all time", () => {
    const least = zoomAxis(whole, whole, 0.001, 1500);
    expect(least.to - least.from + 1).toBe(14);
    expect(zoomAxis({ from: 1250, to: 1749 }, whole, 2, 1500)).toBe(whole);
    expect(zoomAxis({ from: 1000, to: 1099 }, whole, 2, 1090).from).toBe(1000);
  });

  it("moves, but not beyond all time", () => {
    const axis = { from: 1100, to: 1199 };
    expect(moveAxis(axis, whole, 50)).toEqual({ from: 1150, to: 1249 });
    expect(moveAxis(axis, whole, -500)).toEqual({ from: 1000, to: 1099 });
    expect(moveAxis(axis, whole, 5000)).toEqual({ from: 1900, to: 1999 });
  });

  it("follows a day that leaves it", () => {
    const axis = { from: 1100, to: 1199 };
    expect(showDay(axis, whole, 1150)).toBe(axis);
    expect(showDay(axis, whole, 1210)).toEqual({ from: 1111, to: 1210 });
    expect(showDay(axis, whole, 1090)).toEqual({ from: 1090, to: 1189 });
  });
});
