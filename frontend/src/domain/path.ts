// Measured distances: along great circles, on a sphere.

import { EARTH_RADIUS_KM } from "./near";

/** Longitude and latitude in degrees. */
export type Point = readonly [lon: number, lat: number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The central angle between two points (haversine formula), in radians. */
function angle([ax, ay]: Point, [bx, by]: Point): number {
  const [dy, dx] = [radians(by - ay), radians(bx - ax)];
  const h = Math.sin(dy / 2) ** 2 + Math.cos(radians(ay)) * Math.cos(radians(by)) * Math.sin(dx / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The length of a line through points, in kilometres. */
export const lengthOf = (points: readonly Point[]) =>
  points.slice(1).reduce((sum, point, i) => sum + angle(points[i], point), 0) * EARTH_RADIUS_KM;

/** A line through points, densified to follow the great circles on the map. */
export function arcs(points: readonly Point[], parts = 24): Point[] {
  const between = points
    .slice(1)
    .flatMap((to, i) => Array.from({ length: parts }, (_, k) => part(points[i], to, k / parts)));
  return [...between, ...points.slice(-1)];
}

/** The point at a fraction of the way (spherical linear interpolation); longitudes continue beyond 180 degrees. */
function part(a: Point, b: Point, t: number): Point {
  const d = angle(a, b);
  if (d < 1e-9) return a;
  const [p, q] = [Math.sin((1 - t) * d) / Math.sin(d), Math.sin(t * d) / Math.sin(d)];
  const [u, v] = [a, b].map(([lon, lat]) => [
    Math.cos(radians(lat)) * Math.cos(radians(lon)),
    Math.cos(radians(lat)) * Math.sin(radians(lon)),
    Math.sin(radians(lat)),
  ]);
  const [x, y, z] = u.map((value, i) => p * value + q * v[i]);
  const lon = (Math.atan2(y, x) * 180) / Math.PI;
  return [lon + 360 * Math.round((a[0] - lon) / 360), (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI];
}
