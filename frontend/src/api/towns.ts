// The towns of the gazetteer on a tile, to find one's way by.

import type { Town } from "../domain/town";
import { get, isPublished } from "./get";

export async function townsOn(z: number, x: number, y: number): Promise<Town[]> {
  if (isPublished()) return []; // there is no gazetteer beside the page
  return (await get<{ towns: Town[] }>(`towns/${z}/${x}/${y}`)).towns;
}
