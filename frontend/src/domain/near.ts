// What lies around a place: a circle, as a polygon that the page and the server test alike, so that both count the same.

import type { Box } from "./lonlat";

export interface Near {
  lat: number;
  lon: number;
  /** The radius. */
  km: number;
  /** The name of the centre, "" for a bare point. */
  name: string;
}

/** The radii offered, in kilometres. */
export const radii = [5, 10, 15, 25, 50];

const CORNERS = 48;
/** The earth's mean radius in kilometres (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

const rings = new WeakMap<Near, [lon: number, lat: number][]>();

/** The circle as a closed ring of longitudes and latitudes (direct geodesic problem on the sphere). */
export function circle(near: Near): [lon: number, lat: number][] {
  let ring = rings.get(near);
  if (!ring) {
    const [lat, lon, d] = [(near.lat * Math.PI) / 180, (near.lon * Math.PI) / 180, near.km / EARTH_RADIUS_KM];
    ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
      const bearing = (2 * Math.PI * (i % CORNERS)) / CORNERS;
      const y = Math.asin(Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(bearing));
      const dx = Math.atan2(Math.sin(bearing) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * Math.sin(y));
      return [round(((lon + dx) * 180) / Math.PI), round((y * 180) / Math.PI)];
    });
    rings.set(near, ring);
  }
  return ring;
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** Whether a point lies in the circle. */
export function within(near: Near, lon: number, lat: number): boolean {
  const ring = circle(near);
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** The bounding box of the circle: west, south, east, north. */
export function extent(near: Near): Box {
  const [lon, lat] = [circle(near).map(([x]) => x), circle(near).map(([, y]) => y)];
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}

/** A pixel at zoom 0 is 156.5 km wide at the equator, and some 127 km at the latitude of 36 degrees. */
const KM_A_PIXEL = 127;
/** The radius of a circle that fits a window 600 pixels wide. */
const RADIUS_PIXELS = 260;

/** The zoom at which a circle of this radius fits a window of some 600 pixels at mid-latitudes. */
export const zoomOf = (km: number) =>
  Math.max(5, Math.min(12, Math.floor(Math.log2((RADIUS_PIXELS / km) * KM_A_PIXEL))));
