import { describe, expect, it } from "vitest";
import { mainExtent } from "./extent";

describe("the first view", () => {
  const lon = [36, 37, 38, -77, 100];
  const lat = [35, 36, 35, 39, 60];

  it("holds what is mentioned most, not what lies far away", () => {
    expect(mainExtent(lon, lat, [40, 30, 20, 8, 2], 0.9)).toEqual({ west: 36, south: 35, east: 38, north: 36 });
  });

  it("holds all where all are needed", () => {
    expect(mainExtent(lon, lat, [1, 1, 1, 1, 1], 1)).toEqual({ west: -77, south: 35, east: 100, north: 60 });
  });

  it("of one point is that point; of none there is none", () => {
    expect(mainExtent([36], [35], [1])).toEqual({ west: 36, south: 35, east: 36, north: 35 });
    expect(mainExtent(lon, lat, [0, 0, 0, 0, 0])).toBeNull();
  });

  it("leaves out a capital far away that many name, where others make up the share", () => {
    const near = Array.from({ length: 50 }, (_, i) => [36 + (i % 7) * 0.1, 35 + (i % 5) * 0.1, 9]);
    const far = [
      [-77, 38.9, 30],
      [37.6, 55.8, 10],
    ];
    const all = [...near, ...far];
    const column = (k: number) => all.map((p) => p[k]);
    const { west, east, north } = mainExtent(column(0), column(1), column(2))!;
    expect([west, east]).toEqual([36, 36.6]);
    expect(north).toBeCloseTo(35.4);
  });

  it("is never larger than the box of all, and holds the share", () => {
    for (let seed = 1; seed < 20; seed++) {
      const random = (i: number) => ((seed * 9301 + i * 49297) % 233280) / 233280;
      const n = 40;
      const [x, y, w] = [0, 1, 2].map((k) =>
        Array.from({ length: n }, (_, i) => random(3 * i + k) * (k === 2 ? 9 : 60) + 1),
      );
      const { west, south, east, north } = mainExtent(x, y, w, 0.8)!;
      let inside = 0;
      for (let i = 0; i < n; i++) if (x[i] >= west && x[i] <= east && y[i] >= south && y[i] <= north) inside += w[i];
      expect(inside).toBeGreaterThanOrEqual(0.8 * w.reduce((a, b) => a + b, 0) - 1e-9);
    }
  });
});
