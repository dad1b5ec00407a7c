// Parts of the world, in degrees.

/** West, south, east, north. West of a box over the antimeridian is greater than its east. */
export type Box = [number, number, number, number];

export const contains = ([w, s, e, n]: Box, lon: number, lat: number) =>
  lat >= s && lat <= n && (w <= e ? lon >= w && lon <= e : lon >= w || lon <= e);

/** Whether two boxes, neither over the antimeridian, have a point in common. */
export const touch = (a: Box, b: Box) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** What a division is called, and where its name stands. */
export interface DivisionLabel {
  name: string;
  nameAr: string;
  lat: number;
  lon: number;
}

/** Where the map stands. */
export interface Centre {
  lat: number;
  lon: number;
  zoom: number;
}
