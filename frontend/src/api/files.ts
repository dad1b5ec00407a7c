// Files of mentions that the server makes.

import { base } from "./get";

export interface Format {
  name: string;
  /** The value of the parameter f. */
  f: string;
}

const known: (Format & { type: string })[] = [
  { name: "KML", f: "kml", type: "application/vnd.google-earth.kml+xml" },
  { name: "GeoPackage", f: "gpkg", type: "application/geopackage+sqlite3" },
];

export function fileAddress(f: string, query: Record<string, string>): string {
  return new URL(`collections/mentions/items?${new URLSearchParams({ f, ...query })}`, base()).href;
}

/** Tries which of the formats that the page does not make itself the server does. */
export async function serverFormats(): Promise<Format[]> {
  const offered = await Promise.all(
    known.map(async ({ f, type }) => {
      try {
        const response = await fetch(fileAddress(f, { limit: "1" }), { method: "HEAD" });
        return response.ok && (response.headers.get("content-type") ?? "").startsWith(type);
      } catch {
        return false;
      }
    }),
  );
  return known.filter((_, i) => offered[i]).map(({ name, f }) => ({ name, f }));
}
