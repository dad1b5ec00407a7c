// How values are written in the address. Malformed ones are undefined.

import { formatDay, parseDay, type Range, UNDATED } from "../domain/days";
import type { Box, Centre } from "../domain/lonlat";
import type { Near } from "../domain/near";

const between = (v: number, least: number, most: number) => v >= least && v <= most;

export const parseId = (text: string) => (/^[\w.~:@-]{1,200}$/.test(text) ? text : undefined);

/** A position in an article, in code points. */
export const parseOffset = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** The maximum number of values of a filter. */
const MOST = 50;

export const parseValues = (texts: string[]) => [...new Set(texts)].slice(0, MOST);

export const formatRange = (r: Range) => `${formatDay(r.from)}/${formatDay(r.to)}`;

export function parseRange(text: string): Range | undefined {
  const [from, to, more] = text.split("/").map(parseDay);
  if (from === undefined || to === undefined || more !== undefined) return undefined;
  return from === UNDATED || to === UNDATED || from > to ? undefined : { from, to };
}

/** The map's zoom, latitude and longitude. */
export const formatCentre = ({ zoom, lat, lon }: Centre) =>
  `${zoom.toFixed(2).replace(/\.?0+$/, "")}/${lat.toFixed(4)}/${lon.toFixed(4)}`;

export function parseCentre(text: string): Centre | undefined {
  const m = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(text);
  if (!m) return undefined;
  const [zoom, lat, lon] = m.slice(1).map(Number);
  return between(zoom, 0, 20) && between(lat, -90, 90) && between(lon, -180, 180) ? { zoom, lat, lon } : undefined;
}

export function parseBox(text: string): Box | undefined {
  if (!/^-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}$/.test(text)) return undefined;
  const [w, s, e, n] = text.split(",").map(Number);
  const fits = between(w, -180, 180) && between(e, -180, 180) && between(s, -90, 90) && between(n, -90, 90) && s < n;
  return fits ? [w, s, e, n] : undefined;
}

/** Latitude, longitude, radius in kilometres, and name of the centre. */
export const formatNear = ({ lat, lon, km, name }: Near) => [lat, lon, km, ...(name ? [name] : [])].join();

export function parseNear(text: string): Near | undefined {
  const m = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,3})(?:,(.{1,80}))?$/u.exec(text);
  if (!m) return undefined;
  const [lat, lon, km] = m.slice(1, 4).map(Number);
  const fits = between(lat, -90, 90) && between(lon, -180, 180) && between(km, 1, 200);
  return fits ? { lat, lon, km, name: m[4] ?? "" } : undefined;
}
