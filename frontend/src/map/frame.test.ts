import { describe, expect, it } from "vitest";
import { mainBox } from "./frame";

describe("the first view", () => {
  const lon = [36, 37, 38, -77, 100];
  const lat = [35, 36, 35, 39, 60];

  it("holds what is mentioned most, not what lies far away", () => {
    expect(mainBox(lon, lat, [40, 30, 20, 8, 2])).toEqual({ west: 36, south: 35, east: 38, north: 36 });
  });

  it("holds all where all are needed", () => {
    expect(mainBox(lon, lat, [1, 1, 1, 1, 1], 1)).toEqual({ west: -77, south: 35, east: 100, north: 60 });
  });

  it("of one point is that point; of none there is none", () => {
    expect(mainBox([36], [35], [1])).toEqual({ west: 36, south: 35, east: 36, north: 35 });
    expect(mainBox(lon, lat, [0, 0, 0, 0, 0])).toBeNull();
  });
});
