// Parses a search: a name, a name with a radius ("Saraqib + 15 km"), or a point ("35.86, 36.81",
// "8G6Q5PVX+XX").

import { fullPlusCode, readPlusCode } from "./pluscode";

export interface Search {
  name: string;
  /** The requested radius, in kilometres. */
  km: number | null;
  /** A point given in the search. */
  point: { lat: number; lon: number } | null;
}

const MOST = 200; // kilometres

export function readSearch(text: string): Search {
  if (fullPlusCode.test(text.trim())) return { name: text.trim(), km: null, point: readPlusCode(text.trim()) };
  const around = /^(.*?)\s*\+\s*(\d{1,4})\s*(?:km|كم)?$/iu.exec(text.trim());
  const name = (around?.[1] ?? text).trim();
  const km = around ? Math.max(1, Math.min(MOST, Number(around[2]))) : null;
  return { name, km, point: readPoint(name) };
}

/** Latitude and longitude in decimal degrees, with signs or followed by N, S, E, W. */
function readPoint(text: string): Search["point"] {
  const m = /^(-?\d{1,2}(?:\.\d+)?)\s*°?\s*([NS])?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW])?$/i.exec(text);
  if (!m) return null;
  const lat = Number(m[1]) * (/s/i.test(m[2] ?? "") ? -1 : 1);
  const lon = Number(m[3]) * (/w/i.test(m[4] ?? "") ? -1 : 1);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}
