// Matches towns of the gazetteer to places of the data: by id, or by name and location, as two
// sources may have one place under two ids.

import { fold } from "../domain/fold";
import type { Town } from "../domain/town";

/** The places of the data, in columns. */
interface Known {
  name: readonly string[];
  nameAr: readonly (string | undefined)[];
  lat: ArrayLike<number>;
  lon: ArrayLike<number>;
  row: ReadonlyMap<string, number>;
}

/** Degrees of latitude: places of one name closer than this, some 11 km, are the same. */
const NEAR = 0.1;

export class SamePlace {
  private readonly known: Known;
  private byName: Map<string, number[]> | null = null;
  /** Cached rows by the town's id. */
  private readonly found = new Map<string, number>();

  constructor(known: Known) {
    this.known = known;
  }

  /** The row of a town's place, -1 for none. */
  rowOf(town: Town): number {
    let row = this.found.get(town.id);
    if (row === undefined) {
      row = this.known.row.get(town.id) ?? this.namesake(town);
      this.found.set(town.id, row);
    }
    return row;
  }

  private namesake({ name, name_ar, lat, lon }: Town): number {
    this.byName ??= rowsByName(this.known);
    const rows = [name, name_ar ?? name].flatMap((n) => this.byName?.get(fold(n)) ?? []);
    const east = NEAR / Math.cos((lat * Math.PI) / 180);
    const near = (row: number) =>
      Math.abs(this.known.lat[row] - lat) < NEAR && Math.abs(this.known.lon[row] - lon) < east;
    return rows.find(near) ?? -1;
  }
}

function rowsByName({ name, nameAr }: Known): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < name.length; row++) {
    for (const folded of new Set([name[row], nameAr[row] ?? name[row]].map(fold))) {
      const same = rows.get(folded);
      if (same) same.push(row);
      else rows.set(folded, [row]);
    }
  }
  return rows;
}
