// Web Mercator with the world as the unit square: x from west to east, y from north to south.

export const mercatorX = (lon: number) => lon / 360 + 0.5;

export function mercatorY(lat: number): number {
  const sin = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

/** Widths of the unit square per kilometre at a latitude. */
export const kilometre = (lat: number) => 1 / (40075.017 * Math.cos((lat * Math.PI) / 180));

/** The part of the world on a canvas: a world coordinate x lies at x * scale - left, in CSS pixels. */
export interface Frame {
  zoom: number;
  scale: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** The part in the window, without the margin: left, top, right, bottom. */
  window: [number, number, number, number];
}

/** The position of a point of the earth on the canvas. */
export const onCanvas = (f: Frame, lon: number, lat: number): [x: number, y: number] => [
  mercatorX(lon) * f.scale - f.left,
  mercatorY(lat) * f.scale - f.top,
];
