// The gazetteer's towns on a tile, for orientation.

import type { Town } from "../domain/town";
import { get } from "./get";
import type { Towns } from "./types";

export async function townsOn(z: number, x: number, y: number): Promise<Town[]> {
  return (await get<Towns>(`towns/${z}/${x}/${y}`)).towns;
}
