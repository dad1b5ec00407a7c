import type { Message } from "../message";

/** Texts of the map. */
export const map = {
  map: "Map of the places mentioned",
  mapHint: "Arrow keys move the map; plus and minus zoom. Everything on the map is also in the lists.",
  measure: "Measure distances",
  measureHint: "Click points on the map, or press Enter for its centre.",
  measureHintTouch: "Tap points on the map.",
  measureUndo: "Remove last",
  measureEnd: "Stop measuring",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomAll: "Show all places",
  attribution: "Natural Earth · GeoNames",
  attributionHint: "Borders as drawn by Natural Earth; Dateline takes no position on them.",
  hint: "Click a circle to read what was written about the place. Drag on the timeline to choose a period.",
  hintTouch: "Tap a circle to read what was written about the place. Drag on the timeline to choose a period.",
  hintClose: "Got it",
  openFull: "Open in Dateline",
  km: "km",
  metre: "m",
} satisfies Record<string, Message>;
