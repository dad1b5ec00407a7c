import { describe, expect, it } from "vitest";
import type { Frame } from "./mercator";
import { Grid, layout, makeSymbols, radius } from "./symbols";

const frame: Frame = { zoom: 7, scale: 1000, left: 0, top: 0, width: 1000, height: 1000, window: [0, 0, 1000, 1000] };

function input(rows: [x: number, y: number, count: number, area?: number][]) {
  return {
    x: Float64Array.from(rows, (r) => r[0] / 1000),
    y: Float64Array.from(rows, (r) => r[1] / 1000),
    counts: Uint32Array.from(rows, (r) => r[2]),
    area: Uint8Array.from(rows, (r) => r[3] ?? 0),
    most: 100,
  };
}

describe("radius", () => {
  it("gives areas in proportion to the counts", () => {
    expect((radius(80, 100, 7) / radius(20, 100, 7)) ** 2).toBeCloseTo(4);
  });
  it("never vanishes, and a place out of the range is a speck", () => {
    expect(radius(1, 1e6, 7)).toBeGreaterThan(3);
    expect(radius(0, 100, 7)).toBeLessThan(2);
  });
});

describe("layout", () => {
  it("draws areas first, then large before small", () => {
    const s = layout(
      input([
        [10, 10, 1],
        [20, 20, 90],
        [30, 30, 5, 1],
        [40, 40, 0],
        [50, 50, 30],
      ]),
      frame,
      makeSymbols(5),
    );
    expect([...s.row.slice(0, s.count)]).toEqual([2, 1, 4, 0, 3]);
  });
  it("leaves out what is beyond the frame, and areas that are not mentioned", () => {
    const s = layout(
      input([
        [-200, 10, 9],
        [500, 1500, 9],
        [30, 30, 0, 1],
        [40, 40, 1],
      ]),
      frame,
      makeSymbols(4),
    );
    expect([...s.row.slice(0, s.count)]).toEqual([3]);
  });
});

describe("grid", () => {
  it("finds what a search through all finds", () => {
    const rows = Array.from(
      { length: 400 },
      (_, i) => [(i * 379) % 1000, (i * 613) % 1000, 1 + ((i * 7) % 90)] as [number, number, number],
    );
    const data = input(rows);
    const s = layout(data, frame, makeSymbols(400));
    const grid = new Grid(s, 1000, 1000);
    for (let k = 0; k < 300; k++) {
      const [x, y] = [(k * 101) % 1000, (k * 211) % 1000];
      const hits = [...s.row.slice(0, s.count)].filter((_, i) => Math.hypot(s.x[i] - x, s.y[i] - y) <= s.r[i] + 4);
      const found = grid.find(x, y, 4, data.area);
      if (hits.length === 0) expect(found).toBe(-1);
      else expect(hits).toContain(found);
    }
  });
  it("prefers the town to the area around it", () => {
    const data = input([
      [100, 100, 100, 1],
      [104, 104, 1],
    ]);
    const grid = new Grid(layout(data, frame, makeSymbols(2)), 1000, 1000);
    expect(grid.find(104, 104, 4, data.area)).toBe(1);
    expect(grid.find(92, 92, 4, data.area)).toBe(0);
  });
});
