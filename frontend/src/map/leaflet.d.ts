// The module build of Leaflet: the bundler drops what is not imported.
declare module "leaflet/dist/leaflet-src.esm.js" {
  export * from "leaflet";
}
