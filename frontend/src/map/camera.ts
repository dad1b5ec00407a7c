// The view of the map and its moves, and whether the reader or the page made them.

import type { LatLng } from "leaflet";
import type { Centre } from "../domain/lonlat";
import type { Extent } from "./extent";
import type { LeafletMap, Point } from "./leaflet";
import { frameTo, type Insets, reveal } from "./moves";

export class Camera {
  /** The reader moved the map, or requested the move. */
  moved = false;
  /** The page moves the map by itself. */
  own = false;
  private readonly map: LeafletMap;
  private readonly still: boolean;

  /** The camera of a map; one that is `still` jumps instead of flying. */
  constructor(map: LeafletMap, still: boolean) {
    this.map = map;
    this.still = still;
    map.on("dragstart zoomstart keydown", () => {
      this.moved ||= !this.own;
    });
  }

  goTo({ lat, lon, zoom }: Centre) {
    this.moved = true;
    this.map.setView([lat, lon], zoom, { animate: !this.still });
  }

  zoomBy(delta: number) {
    this.moved = true;
    this.map.setZoom(Math.round(this.map.getZoom() + delta), { animate: !this.still });
  }

  /** Zooms in on a point as far as possible; false at the maximum. */
  closer(at: LatLng, by: number): boolean {
    const zoom = this.map.getZoom() + by;
    if (zoom > this.map.getMaxZoom()) return false;
    this.moved = true;
    this.map.setZoomAround(at, zoom, { animate: !this.still });
    return true;
  }

  /** Shows a box in the uncovered part of the window. */
  show(box: Extent | null, insets?: Insets) {
    if (!box) return;
    this.moved = true;
    frameTo(this.map, box, !this.still, insets);
  }

  /** Shows a box at once, for the page or for the reader. */
  fit(box: Extent | null, own: boolean, maxZoom?: number) {
    this.own = own;
    if (box) frameTo(this.map, box, !own && !this.still, undefined, maxZoom);
  }

  /** Moves a point of the window into the uncovered part, without zooming. */
  reveal(point: Point, insets: Insets) {
    reveal(this.map, point, insets, !this.still);
  }

  /**
   * Resizes the map's container and shows the same part of the world; the returned function
   * restores the view.
   */
  resizeTo(change: () => void): () => void {
    const { map } = this;
    const [bounds, centre, zoom] = [map.getBounds(), map.getCenter(), map.getZoom()];
    const move = (to: () => void) => {
      this.own = true;
      map.invalidateSize({ animate: false });
      to();
    };
    change();
    move(() => map.fitBounds(bounds, { animate: false }));
    return () => move(() => map.setView(centre, zoom, { animate: false }));
  }

  /** The view, and whether the reader moved it since the last call. */
  report(): { centre: Centre; moved: boolean } {
    const { lat, lng } = this.map.getCenter();
    const { moved } = this;
    this.moved = this.own = false;
    return { centre: { lat, lon: lng, zoom: this.map.getZoom() }, moved };
  }
}
