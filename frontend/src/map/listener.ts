// The map's events for the rest of the page.

import type { InView } from "../data/inview";
import type { Centre, DivisionLabel, Box as GeoBox } from "../domain/lonlat";
import type { Target } from "../domain/target";

export interface Listener {
  /** The view has settled; `moved` says whether the reader moved it. */
  view(centre: Centre, inView: InView, moved: boolean, window: GeoBox): void;
  hover(target: Target | null): void;
  /** The map was clicked at a point; returns true if that consumed the click. */
  click(lon: number, lat: number): boolean;
  pick(target: Target | null): void;
  /** The base map divisions of the places, and their names. */
  divisions(codes: readonly string[], labels: ReadonlyMap<string, DivisionLabel>): void;
}
