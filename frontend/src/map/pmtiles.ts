// A base map from a file of vector tiles in Protomaps' schema that the server has (`dateline serve --basemap FILE.pmtiles`): asked
// for by ranges, drawn by protomaps-leaflet, which is loaded for it alone. The page's head names it:
//
//   <meta name="dateline-basemap" content="basemap.pmtiles" data-zoom="15" />

import type { GridLayer } from "leaflet";
import type { Theme } from "../domain/theme";
import { DomUtil, type LeafletMap } from "./leaflet";

export interface BasemapFile {
  url: string;
  /** The largest zoom that it has tiles of. */
  zoom: number;
}

/** The file that the page's head names; null where it names none. */
export function chosenBasemap(root: ParentNode = document.head): BasemapFile | null {
  const meta = root.querySelector<HTMLMetaElement>('meta[name="dateline-basemap"]');
  if (!meta?.content) return null;
  return { url: new URL(meta.content, document.baseURI).href, zoom: Number(meta.dataset.zoom ?? 15) };
}

/** The layer of the file on a map, in the colours and the language that the page has. */
export class VectorBasemap {
  private readonly map: LeafletMap;
  private readonly file: BasemapFile;
  private look = "";
  private layer: GridLayer | null = null;

  constructor(map: LeafletMap, file: BasemapFile) {
    this.map = map;
    this.file = file;
  }

  async setLook(theme: Theme, lang: string) {
    const look = `${theme} ${lang}`;
    if (look === this.look) return;
    this.look = look;
    const { GridLayer } = await import("leaflet/src/layer/tile/GridLayer.js");
    Object.assign(globalThis, { L: { GridLayer, DomUtil } }); // the library looks for Leaflet there
    const { leafletLayer } = await import("protomaps-leaflet");
    if (look !== this.look) return; // another one has been chosen meanwhile
    const { url, zoom } = this.file;
    const layer = leafletLayer({ url, flavor: theme, lang, maxDataZoom: zoom }) as unknown as GridLayer;
    this.layer?.remove();
    this.layer = layer.addTo(this.map);
  }
}
