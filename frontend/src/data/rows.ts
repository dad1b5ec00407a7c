// Maps ids to rows of the data, and back.

import type { CollectionName, Selection, Target } from "../domain/target";
import type { Dataset } from "./dataset";

interface Rows {
  id: (data: Dataset, row: number) => string;
  row: (data: Dataset, id: string) => number | undefined;
}

const rows: Record<CollectionName, Rows> = {
  places: { id: ({ places }, row) => places.id[row], row: ({ places }, id) => places.row.get(id) },
  // Fronts of one shape share a row.
  fronts: { id: ({ fronts }, row) => fronts[row].id, row: ({ frontRow }, id) => frontRow.get(id) },
};

export const idOf = (data: Dataset, { collection, row }: Target) => rows[collection].id(data, row);

export function targetOf(data: Dataset, { collection, id }: Selection): Target | null {
  const row = rows[collection].row(data, id);
  return row === undefined ? null : { collection, row };
}
