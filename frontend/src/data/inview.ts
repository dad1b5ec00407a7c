// What is in view, and so in the lists: by the same coordinates and box as in requests to the
// server, so that both count the same. An area counts at its seat, though its ring is drawn at
// its centre.

import { type Box, contains, touch } from "../domain/lonlat";
import type { Dataset } from "./dataset";

/** 1 for each place and front in the window. */
export interface InView {
  places: Uint8Array;
  fronts: Uint8Array;
}

export function inWindow(data: Dataset | undefined, window: Box): InView {
  if (!data) return { places: new Uint8Array(0), fronts: new Uint8Array(0) };
  const { lon, lat } = data.places;
  return {
    places: Uint8Array.from(lon, (x, row) => Number(contains(window, x, lat[row]))),
    fronts: Uint8Array.from(data.fronts, (f) => Number(touch(window, f.box))),
  };
}
