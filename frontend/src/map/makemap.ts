// Leaflet's map, as the page uses it.

import type { Box, Centre } from "../domain/lonlat";
import { LatLngBounds, LeafletMap } from "./leaflet";

export function makeMap(container: HTMLElement, start: Centre, still: boolean): LeafletMap {
  const map = new LeafletMap(container, {
    minZoom: 2,
    maxZoom: 16,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 90,
    maxBounds: new LatLngBounds([-84, -220], [85, 220]),
    maxBoundsViscosity: 0.9,
    zoomAnimation: !still,
    inertia: !still,
  });
  return map.setView([start.lat, start.lon], start.zoom, { animate: false });
}

/** West, south, east, north of a rectangle of the window, in pixels from its left upper corner. */
export function boxOf(map: LeafletMap, x0: number, y0: number, x1: number, y1: number): Box {
  const a = map.containerPointToLatLng([Math.min(x0, x1), Math.max(y0, y1)]);
  const b = map.containerPointToLatLng([Math.max(x0, x1), Math.min(y0, y1)]);
  const [w, e] = [Math.max(-180, a.lng), Math.min(180, b.lng)];
  return [w, a.lat, e, b.lat].map((v) => Math.round(v * 1e4) / 1e4) as Box;
}

/** Lets the wheel zoom with Ctrl only, as a pinch does. */
export function zoomWithCtrlOnly(map: LeafletMap) {
  map.scrollWheelZoom.disable();
  const wheel = (event: WheelEvent) =>
    event.ctrlKey || event.metaKey ? map.scrollWheelZoom.enable() : map.scrollWheelZoom.disable();
  map.getContainer().addEventListener("wheel", wheel, { capture: true, passive: true });
}
