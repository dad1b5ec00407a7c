// Where the map looks, and how it gets there; whose doing that was is known until the next report.

import type { LatLng } from "leaflet";
import type { Centre } from "../domain/lonlat";
import type { Extent } from "./extent";
import type { LeafletMap, Point } from "./leaflet";
import { frameTo, type Insets, reveal } from "./moves";

export class Camera {
  /** The reader has moved the map, or asked for what moved it. */
  moved = false;
  /** The page, not the reader, moves the map. */
  own = false;
  private readonly map: LeafletMap;
  private readonly still: boolean;

  /** Of a map; one that is `still` jumps. */
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

  /** Zooms in on a point, as far as the map can; false where it can no more. */
  closer(at: LatLng, by: number): boolean {
    const zoom = this.map.getZoom() + by;
    if (zoom > this.map.getMaxZoom()) return false;
    this.moved = true;
    this.map.setZoomAround(at, zoom, { animate: !this.still });
    return true;
  }

  /** Shows a box, in the part of the window that nothing covers. */
  show(box: Extent | null, insets?: Insets) {
    if (!box) return;
    this.moved = true;
    frameTo(this.map, box, !this.still, insets);
  }

  /** Shows a box at once and of the page's own accord, or because the reader wants it. */
  fit(box: Extent | null, own: boolean) {
    this.own = own;
    if (box) frameTo(this.map, box, !own && !this.still);
  }

  /** Brings a point of the window into the part that nothing covers, without changing the zoom. */
  reveal(point: Point, insets: Insets) {
    reveal(this.map, point, insets, !this.still);
  }

  /** Changes the size of the map's container and shows the same part of the world in it; the function that is returned
   * brings the view back. */
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

  /** Where the map looks, and whether the reader moved it since the last report. */
  report(): { centre: Centre; moved: boolean } {
    const { lat, lng } = this.map.getCenter();
    const { moved } = this;
    this.moved = this.own = false;
    return { centre: { lat, lon: lng, zoom: this.map.getZoom() }, moved };
  }
}
