import { describe, expect, it } from "vitest";
import type { Town } from "../domain/town";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import { leastPeople, Towns, tilesIn } from "./towns";

function frameAt(zoom: number, lon: number, lat: number): Frame {
  const scale = 256 * 2 ** zoom;
  const [left, top] = [mercatorX(lon) * scale - 500, mercatorY(lat) * scale - 400];
  return { zoom, scale, left, top, width: 1000, height: 800, window: [100, 100, 900, 700] };
}

const town = (id: string, population: number): Town => ({ id, name: id, lat: 35, lon: 37, population });

describe("towns to find one's way by", () => {
  it.each([
    [3, Number.POSITIVE_INFINITY],
    [4, 1_000_000],
    [7.5, 50_000],
    [10, 0],
    [16, 0],
  ])("at zoom %d have at least %d people", (zoom, people) => expect(leastPeople(zoom)).toBe(people));

  it.each([
    [8, 37, 35],
    [8.4, 179.9, 10],
    [4, -179.9, 84],
    [16, 37, 35],
  ])("tiles at zoom %d cover the window, and are few", (zoom, lon, lat) => {
    const frame = frameAt(zoom, lon, lat);
    const tiles = tilesIn(frame);
    expect(tiles.length).toBeLessThan(20);
    const z = tiles[0][0];
    const [x, y] = [Math.floor(mercatorX(lon) * 2 ** z), Math.floor(mercatorY(lat) * 2 ** z)];
    expect(tiles).toContainEqual([z, x, y]);
    for (const [, tx, ty] of tiles) for (const v of [tx, ty]) expect(v >= 0 && v < 2 ** z).toBe(true);
  });

  it("are asked for once, and shown but for those that the data has", async () => {
    const asked: string[] = [];
    let changes = 0;
    const ask = async (z: number, x: number, y: number) => {
      asked.push(`${z}/${x}/${y}`);
      return [town("large", 90_000), town("small", 9), town("known", 90_000)];
    };
    const towns = new Towns(ask, () => changes++);
    const frame = frameAt(8, 37, 35);
    towns.want(frame);
    towns.want(frame);
    await Promise.resolve().then(() => undefined);
    await new Promise((done) => setTimeout(done));
    expect(new Set(asked).size).toBe(asked.length);
    expect(changes).toBe(asked.length);
    expect(towns.shown(frame, ({ id }) => id === "known").map((t) => t.id)).toEqual(["large"]);
    expect(towns.shown(frameAt(10, 37, 35), () => false)).toEqual([]); // other tiles
  });

  it("are asked for again where that failed", async () => {
    let n = 0;
    const towns = new Towns(
      async () => {
        n++;
        throw new Error("away");
      },
      () => undefined,
    );
    const frame = frameAt(8, 37, 35);
    towns.want(frame);
    await new Promise((done) => setTimeout(done));
    const first = n;
    towns.want(frame);
    expect(n).toBe(2 * first);
  });
});
