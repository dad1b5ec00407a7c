// The parts of Leaflet in use, by module: its own build is one file, which a bundler can't
// shake. Controls, markers, vectors and pop-ups are not included; layers with tiles import
// those.

import "leaflet/src/map/handler/Map.BoxZoom.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.Keyboard.js";
import "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";

export * as DomUtil from "leaflet/src/dom/DomUtil.js";
export { LatLngBounds } from "leaflet/src/geo/LatLngBounds.js";
export { Point } from "leaflet/src/geometry/Point.js";
export { Layer } from "leaflet/src/layer/Layer.js";
export { Map as LeafletMap } from "leaflet/src/map/Map.js";
