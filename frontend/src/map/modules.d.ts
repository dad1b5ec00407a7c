// The modules of Leaflet, of which its types know the whole only.
declare module "leaflet/src/map/handler/*";

declare module "leaflet/src/dom/DomUtil.js" {
  import { DomUtil } from "leaflet";
  export import create = DomUtil.create;
  export import setTransform = DomUtil.setTransform;
}
declare module "leaflet/src/geo/LatLngBounds.js" {
  export { LatLngBounds } from "leaflet";
}
declare module "leaflet/src/geometry/Point.js" {
  export { Point } from "leaflet";
}
declare module "leaflet/src/layer/Layer.js" {
  export { Layer } from "leaflet";
}
declare module "leaflet/src/layer/tile/GridLayer.js" {
  export { GridLayer } from "leaflet";
}
declare module "leaflet/src/layer/tile/TileLayer.js" {
  export { TileLayer } from "leaflet";
}
declare module "leaflet/src/map/Map.js" {
  export { Map } from "leaflet";
}
