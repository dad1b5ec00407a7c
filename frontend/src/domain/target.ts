// Targets on the map, for pointing and choosing: features of the page's collections.

/** The collections, as the server names them. */
export const collectionNames = ["places", "fronts"] as const;
export type CollectionName = (typeof collectionNames)[number];

/** The lists of the panel. */
export type ListName = "articles" | CollectionName | "events" | "divisions";

/** A feature by its row in the dataset. */
export interface Target {
  collection: CollectionName;
  row: number;
}

/** A feature by its id, as in the address. */
export interface Selection {
  collection: CollectionName;
  id: string;
}

export const same = (a: Target | null, b: Target | null) =>
  a === b || (a?.collection === b?.collection && a?.row === b?.row);

/** A point that is no feature: a gazetteer place found by searching. */
export interface Pin {
  lat: number;
  lon: number;
  name: string;
}

/** Results of texts that are not stored. */
export interface Preview {
  pins: Pin[];
  shapes: GeoJSON.Geometry[];
}
