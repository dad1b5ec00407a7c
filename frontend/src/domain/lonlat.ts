// Boxes and positions, in degrees.

/** West, south, east, north. For a box across the antimeridian west is greater than east. */
export type Box = [number, number, number, number];

export const contains = ([w, s, e, n]: Box, lon: number, lat: number) =>
  lat >= s && lat <= n && (w <= e ? lon >= w && lon <= e : lon >= w || lon <= e);

/** Whether two boxes, neither across the antimeridian, intersect. */
export const touch = (a: Box, b: Box) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** The name of a division, and the position of its label. */
export interface DivisionLabel {
  name: string;
  nameAr: string;
  lat: number;
  lon: number;
}

/** The position of the map. */
export interface Centre {
  lat: number;
  lon: number;
  zoom: number;
}
