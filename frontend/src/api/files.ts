// Files of mentions, and of lines and areas, that the server makes.

import { base } from "./get";

export interface Format {
  name: string;
  /** The value of the parameter f. */
  f: string;
  /** The page makes it, too, of what it has read. */
  made: boolean;
}

const known: (Format & { type: string })[] = [
  { name: "GeoJSON", f: "geojsonseq", made: true, type: "application/geo+json-seq" },
  { name: "CSV", f: "csv", made: true, type: "text/csv" },
  { name: "KML", f: "kml", made: false, type: "application/vnd.google-earth.kml+xml" },
  { name: "GeoPackage", f: "gpkg", made: false, type: "application/geopackage+sqlite3" },
];

export function fileAddress(f: string, query: Record<string, string>, of: "mentions" | "fronts" = "mentions"): string {
  return new URL(`collections/${of}/items?${new URLSearchParams({ f, ...query })}`, base()).href;
}

/** Checks which of the formats the server offers. */
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
  return known.filter((_, i) => offered[i]).map(({ name, f, made }) => ({ name, f, made }));
}
