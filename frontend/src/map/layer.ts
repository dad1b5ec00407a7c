// A layer of map tiles (XYZ) under the data instead of the page's own basemap: off unless the page's head names one,
//
//   <meta name="dateline-layer" content="https://tiles.example/{z}/{x}/{y}.png" data-credit="who made it" />
//
// and the page's policy lets its pictures in (img-src).

import type { LeafletMap } from "./leaflet";

export interface LayerChoice {
  url: string;
  credit: string;
}

/** The layer that the page's head names; null where it names none, or nothing that is an address of tiles. */
export function chosenLayer(root: ParentNode = document.head): LayerChoice | null {
  const meta = root.querySelector<HTMLMetaElement>('meta[name="dateline-layer"]');
  const url = meta?.content ?? "";
  if (!["{z}", "{x}", "{y}"].every((part) => url.includes(part))) return null;
  return { url, credit: meta?.dataset.credit ?? "" };
}

export async function addLayer(map: LeafletMap, { url }: LayerChoice) {
  const { TileLayer } = await import("leaflet/src/layer/tile/TileLayer.js");
  new TileLayer(url, { maxZoom: 19, referrerPolicy: "no-referrer", keepBuffer: 1 }).addTo(map);
}
