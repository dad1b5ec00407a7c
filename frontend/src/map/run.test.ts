import { describe, expect, it } from "vitest";
import type { Frame } from "./mercator";
import { straightRun } from "./run";

const frame: Frame = { zoom: 8, scale: 1, left: 0, top: 0, width: 800, height: 600, window: [0, 0, 800, 600] };
const line = (...points: number[]) => Float64Array.from(points);

describe("a text along a line", () => {
  it.each<[string, Float64Array, number | null]>([
    ["stands on a straight one", line(100, 300, 500, 300), 0],
    ["is not upside down where the line leads west", line(500, 300, 100, 300), 0],
    ["slopes as the line does", line(100, 100, 300, 300), Math.PI / 4],
    ["slopes upwards where the line leads down to the west", line(300, 100, 100, 300), -Math.PI / 4],
    ["keeps off a bend", line(200, 400, 270, 330, 700, 330), 0],
    ["finds no room on a short one", line(100, 300, 150, 300), null],
    [
      "finds none on a zigzag",
      line(...Array.from({ length: 40 }, (_, i) => [100 + 12 * i, i % 2 ? 300 : 340]).flat()),
      null,
    ],
    ["finds none outside of the window", line(900, 300, 1400, 300), null],
    ["finds none where the line is away in between", line(760, 300, 1400, 300, 1400, 310, 760, 310), null],
  ])("%s", (_, points, angle) => {
    const run = straightRun(points, frame, 120);
    if (angle === null) expect(run).toBeNull();
    else expect(run!.angle).toBeCloseTo(angle);
  });
});
