// What can be pointed at and chosen on the map: a feature of one of the collections that the page shows.

/** The collections, as the server names them. */
export const collectionNames = ["places", "fronts"] as const;
export type CollectionName = (typeof collectionNames)[number];

/** The lists of the panel. */
export type ListName = "articles" | CollectionName | "events" | "divisions";

/** A feature by its row in what was read. */
export interface Target {
  collection: CollectionName;
  row: number;
}

/** A feature by its id, as the address holds it. */
export interface Selection {
  collection: CollectionName;
  id: string;
}

export const same = (a: Target | null, b: Target | null) =>
  a === b || (a?.collection === b?.collection && a?.row === b?.row);

/** A point that is no feature: what was found in the gazetteer. */
export interface Pin {
  lat: number;
  lon: number;
  name: string;
}

/** What was found in texts that are not kept, as the map shows it. */
export interface Preview {
  pins: Pin[];
  shapes: GeoJSON.Geometry[];
}
