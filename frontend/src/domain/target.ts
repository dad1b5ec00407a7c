// What can be pointed at and chosen on the map.

/** A place by its row, or a front by its index. */
export type Target = { kind: "place" | "front"; index: number };

export const same = (a: Target | null, b: Target | null) => a === b || (a?.kind === b?.kind && a?.index === b?.index);

/** A point that is no place of the data: what was found in the gazetteer. */
export interface Pin {
  lat: number;
  lon: number;
  name: string;
}
