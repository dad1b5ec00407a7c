// Which row of what was read an id stands for, and the other way round.

import type { CollectionName, Selection, Target } from "../domain/target";
import type { Dataset } from "./dataset";

interface Rows {
  id: (data: Dataset, row: number) => string;
  row: (data: Dataset, id: string) => number | undefined;
}

const rows: Record<CollectionName, Rows> = {
  places: { id: ({ places }, row) => places.id[row], row: ({ places }, id) => places.row.get(id) },
  // Fronts of one shape are a row; each of their ids leads to it.
  fronts: { id: ({ fronts }, row) => fronts[row].id, row: ({ frontRow }, id) => frontRow.get(id) },
};

export const idOf = (data: Dataset, { collection, row }: Target) => rows[collection].id(data, row);

export function targetOf(data: Dataset, { collection, id }: Selection): Target | null {
  const row = rows[collection].row(data, id);
  return row === undefined ? null : { collection, row };
}
