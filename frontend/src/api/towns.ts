// The towns of the gazetteer on a tile, to find one's way by.

import type { Town } from "../domain/town";
import { get } from "./get";
import type { Towns } from "./types";

export async function townsOn(z: number, x: number, y: number): Promise<Town[]> {
  return (await get<Towns>(`towns/${z}/${x}/${y}`)).towns;
}
