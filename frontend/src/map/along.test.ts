import { describe, expect, it } from "vitest";
import { endOf, marksAlong } from "./along";
import type { Frame } from "./mercator";

const frame: Frame = { zoom: 8, scale: 1, left: 0, top: 0, width: 400, height: 300, window: [0, 0, 400, 300] };

describe("marks along a line", () => {
  it("stand at even distances, round corners too", () => {
    const line = Float64Array.of(0, 10, 25, 10, 25, 45);
    expect(marksAlong(line, frame, 10).map(({ x, y }) => [x, y])).toEqual([
      [5, 10],
      [15, 10],
      [25, 10],
      [25, 20],
      [25, 30],
      [25, 40],
    ]);
    expect(marksAlong(line, frame, 10).at(-1)!.angle).toBeCloseTo(Math.PI / 2);
  });

  it("are the same where the line starts outside of the frame", () => {
    const all = marksAlong(Float64Array.of(-1000, 10, -500, 10, 100, 10), frame, 14).filter(({ x }) => x > -20);
    const one = marksAlong(Float64Array.of(-1000, 10, 100, 10), frame, 14).filter(({ x }) => x > -20);
    expect(all.map(({ x }) => Math.round(x))).toEqual(one.map(({ x }) => Math.round(x)));
  });

  it("cost nothing where the line is far away", () => {
    expect(marksAlong(Float64Array.of(1e6, 1e6, 2e6, 2e6), frame, 14)).toEqual([]);
  });

  it("end where it ends", () => {
    expect(endOf(Float64Array.of(0, 0, 10, 0), frame)).toEqual({ x: 10, y: 0, angle: 0 });
    expect(endOf(Float64Array.of(1, 1), frame)).toBeNull();
  });
});
