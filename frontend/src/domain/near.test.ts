import { describe, expect, it } from "vitest";
import { circle, extent, type Near, within } from "./near";

/** Great-circle distance in kilometres (haversine). */
function distance(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const [dy, dx] = [(lat2 - lat1) * rad, (lon2 - lon1) * rad];
  const h = Math.sin(dy / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(dx / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

const places: [string, Near][] = [
  ["Saraqib", { lat: 35.86, lon: 36.81, km: 15, name: "Saraqib" }],
  ["on the equator", { lat: 0, lon: 0, km: 50, name: "" }],
  ["in the far north", { lat: 69, lon: 18, km: 5, name: "" }],
];

describe("a circle", () => {
  it.each(places)("is closed, and its corners lie on it: %s", (_, near) => {
    const ring = circle(near);
    expect(ring.at(-1)).toEqual(ring[0]);
    for (const [lon, lat] of ring) expect(distance(near.lat, near.lon, lat, lon)).toBeCloseTo(near.km, 2);
  });

  it.each(places)("holds what is nearer than it, but for the sagitta of its sides: %s", (_, near) => {
    const [w, s, e, n] = extent(near);
    const sagitta = near.km * (1 - Math.cos(Math.PI / 48)) + 0.01;
    for (let i = 0; i < 40; i++) {
      for (let k = 0; k < 40; k++) {
        const [lon, lat] = [w + ((e - w) * i) / 39, s + ((n - s) * k) / 39];
        const d = distance(near.lat, near.lon, lat, lon);
        if (d < near.km - sagitta) expect(within(near, lon, lat)).toBe(true);
        if (d > near.km + 0.01) expect(within(near, lon, lat)).toBe(false);
      }
    }
  });
});
