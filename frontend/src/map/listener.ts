// What the map tells the rest of the page.

import type { InView } from "../data/inview";
import type { Centre, DivisionLabel, Box as GeoBox } from "../domain/lonlat";
import type { Target } from "../domain/target";

export interface Listener {
  /** The view has come to rest; `moved` says whether the reader moved it. */
  view(centre: Centre, inView: InView, moved: boolean, window: GeoBox): void;
  hover(target: Target | null): void;
  /** The map was clicked at a point; true where that is all that the click meant. */
  click(lon: number, lat: number): boolean;
  pick(target: Target | null): void;
  /** In which divisions of the basemap the places lie, and what these are called. */
  divisions(codes: readonly string[], labels: ReadonlyMap<string, DivisionLabel>): void;
}
