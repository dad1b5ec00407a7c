// The map, as the rest of the page sees it. Leaflet is known to it and to makemap.ts, layer.ts, moves.ts and stage.ts only.

import { type Map as LeafletMap, type LeafletMouseEvent, Point } from "leaflet/dist/leaflet-src.esm.js";
import type { Dataset } from "../data/dataset";
import { type InView, inWindow } from "../data/inview";
import type { Centre, Box as GeoBox } from "../domain/lonlat";
import type { Near } from "../domain/near";
import { type Pin, same, type Target } from "../domain/target";
import type { Theme } from "../domain/theme";
import { Basemap } from "./basemap";
import type { Box } from "./collide";
import { mainExtent } from "./extent";
import { addLayer, chosenLayer } from "./layer";
import type { Spot } from "./layers/layer";
import { boxOf, makeMap } from "./makemap";
import { Model } from "./model";
import { boxOfRows, closeZoom, extentOf, frameTo, type Insets, reveal } from "./moves";
import type { Words } from "./names";
import { Painters } from "./paint";
import { palettes } from "./palette";
import { Stage } from "./stage";

export interface Listener {
  /** The view has come to rest; `moved` says whether the reader moved it. */
  view(centre: Centre, inView: InView, moved: boolean, window: GeoBox): void;
  hover(target: Target | null): void;
  pick(target: Target | null): void;
}

/** So many circles whose middles lie within so many pixels of a click are a pile. */
const MANY_PILED = 4;
const PILE = 9;

/** Names are laid out when the map and its counts have rested so long, in milliseconds. */
const REST = 140;

export class MapView {
  private readonly map: LeafletMap;
  private readonly stage: Stage;
  private readonly basemap: Basemap;
  private readonly painters: Painters;
  private readonly listener: Listener;
  private model: Model | null = null;
  private moved = false;
  /** The page, not the reader, moves the map. */
  private own = false;
  private resting = 0;
  private readonly still: boolean;

  constructor(container: HTMLElement, listener: Listener, theme: Theme, start: Centre, still: boolean) {
    this.listener = listener;
    this.still = still;
    this.map = makeMap(container, start, still);
    this.basemap = new Basemap(() => this.basemapChanged());
    this.painters = new Painters(this.basemap, palettes[theme]);
    const layer = chosenLayer();
    if (layer) addLayer(this.map, layer);
    this.painters.tilesBelow = layer !== null;
    const { base, under, circles, crowd, over, top } = this.painters;
    this.stage = new Stage({ base, under, circles, crowd, over, top }, ["crowd"]);
    this.stage.addTo(this.map);
    this.basemap.want(this.stage.frame);
    this.listen();
  }

  private listen() {
    this.map.on("moveend", () => {
      this.basemap.want(this.stage.frame);
      this.report();
      this.rest();
    });
    this.map.on("dragstart zoomstart keydown", () => {
      this.moved ||= !this.own;
    });
    this.map.on("mousemove", (event: LeafletMouseEvent) => this.point(this.at(event)));
    this.map.on("mouseout movestart zoomstart", () => this.point(null));
    this.map.on("click", (event: LeafletMouseEvent) => this.click(event));
  }

  private at(event: LeafletMouseEvent): Target | null {
    const [x, y] = this.stage.toCanvas(event.containerPoint);
    const touch = (event.originalEvent as PointerEvent).pointerType === "touch";
    return this.painters.find(x, y, touch ? 14 : 5, this.stage.frame);
  }

  /** A click on a pile of circles takes it apart, as long as the map can; any other one chooses what is there. */
  private click(event: LeafletMouseEvent) {
    const [x, y] = this.stage.toCanvas(event.containerPoint);
    const zoom = this.map.getZoom();
    if (this.painters.places.countAt(x, y, PILE, this.stage.frame) >= MANY_PILED && zoom + 2 <= this.map.getMaxZoom()) {
      this.moved = true;
      this.map.setZoomAround(event.latlng, zoom + 2, { animate: !this.still });
    } else this.listener.pick(this.at(event));
  }

  private point(target: Target | null) {
    if (same(target, this.painters.hover)) return;
    this.map.getContainer().classList.toggle("pointing", target !== null);
    this.listener.hover(target);
  }

  private basemapChanged() {
    this.basemap.want(this.stage.frame);
    if (this.model) {
      this.model.settle(this.basemap);
      this.report();
    }
    this.painters.invalidate();
    this.stage.repaint();
    this.rest();
  }

  /** Lays the names out when nothing has changed for a moment. */
  private rest() {
    window.clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.settleNames(), REST);
  }

  private settleNames() {
    if (this.painters.settleNames(this.stage.frame)) this.stage.repaint("under", "over", "top");
  }

  private report() {
    const { lat, lng } = this.map.getCenter();
    const centre = { lat, lon: lng, zoom: this.map.getZoom() };
    const { x, y } = this.map.getSize();
    const window = this.boxOf(0, 0, x, y);
    this.listener.view(centre, inWindow(this.model?.data, window), this.moved, window);
    this.moved = false;
    this.own = false;
  }

  setData(data: Dataset) {
    this.model = new Model(data);
    this.model.settle(this.basemap);
    this.painters.model = this.model;
    this.painters.invalidate();
    this.report();
  }

  /** Shows so many mentions of each place and front; lines and areas, which take longer, at rest while the range glides. */
  setCounts(places: Uint32Array, fronts: Uint32Array, gliding: boolean) {
    if (!this.model) return;
    const others = !gliding && fronts.some((n, i) => n > 0 !== this.model!.frontCounts[i] > 0);
    this.model.counts = places;
    this.model.frontCounts = fronts;
    this.painters.names.invalidate();
    this.stage.repaint("circles", "crowd", ...(others ? ["under"] : []), ...(this.painters.chosen ? ["top"] : []));
    this.rest();
  }

  setLook(theme: Theme, words: Words, fronts: boolean, areas: boolean) {
    this.painters.palette = palettes[theme];
    this.painters.names.words = words;
    this.painters.fronts.visible = fronts;
    this.painters.fronts.areas = areas;
    this.painters.names.invalidate();
    this.stage.repaint();
    this.rest();
  }

  setFocus(hover: Target | null, chosen: Target | null, pin: Pin | null) {
    this.painters.hover = hover;
    this.painters.chosen = chosen;
    this.painters.pin = pin;
    this.stage.repaint("under", "top");
  }

  /** Dims all places but some, which get numbers; null dims none. With `fit` the map shows these. */
  setSpotlight(rows: readonly number[] | null, fit: boolean, insets: Insets) {
    const m = this.model;
    if (!m) return;
    m.spotlight = rows && new Map(rows.map((row, i) => [row, i + 1]));
    this.stage.repaint("circles", "crowd", "top");
    const box = fit && rows ? boxOfRows(m.data, rows) : null;
    if (!box) return;
    this.moved = true;
    frameTo(this.map, box, !this.still, insets);
  }

  /** Says which parts of the window lie under other things. */
  setCovered(boxes: Box[]) {
    this.painters.names.covered = boxes;
    this.painters.names.invalidate();
    this.rest();
  }

  /** West, south, east, north of a rectangle of the window, in pixels from its left upper corner. */
  boxOf(x0: number, y0: number, x1: number, y1: number): GeoBox {
    return boxOf(this.map, x0, y0, x1, y1);
  }

  /** Frames the box and the circle that the mentions are filtered by. */
  setExtent(box: GeoBox | null, near: Near | null) {
    this.painters.box = box;
    this.painters.near = near;
    this.stage.repaint("top");
  }

  goTo(centre: Centre) {
    this.moved = true;
    this.map.setView([centre.lat, centre.lon], centre.zoom, { animate: !this.still });
  }

  zoomBy(delta: number) {
    this.moved = true;
    this.map.setZoom(Math.round(this.map.getZoom() + delta), { animate: !this.still });
  }

  /** Shows all that matters: the box of most mentions. */
  fitAll(own = false) {
    this.own = own;
    const m = this.model;
    const box = m && mainExtent(m.data.places.lon, m.data.places.lat, m.data.places.weight);
    if (box) frameTo(this.map, box, !own && !this.still);
  }

  /** Brings a target into the part of the window that nothing covers, without changing the zoom. */
  reveal(target: Target, insets: Insets) {
    if (this.model) reveal(this.map, this.positionOf(target), insets, !this.still);
  }

  zoomTo(target: Target) {
    const m = this.model;
    if (!m) return;
    this.moved = true;
    const extent = extentOf(m.data, target);
    if (extent) frameTo(this.map, extent, !this.still);
    else {
      const { lat, lng } = this.map.containerPointToLatLng(this.positionOf(target));
      this.goTo({ lat, lon: lng, zoom: Math.max(this.map.getZoom(), closeZoom(m.data, target)) });
    }
  }

  /** Where a target stands in the window. */
  private positionOf(target: Target): Point {
    const { frame } = this.stage;
    const { x, y } = this.painters.layerOf(target).spot(target.row, frame);
    return new Point(x - frame.window[0], y - frame.window[1]);
  }

  /** Where a target's symbol stands in the window; null for what has none, and what is outside. */
  symbolOf(target: Target): Spot | null {
    const layer = this.painters.layerOf(target);
    if (!this.model || !layer.tipAtSymbol) return null;
    const { frame } = this.stage;
    const { x, y, r } = layer.spot(target.row, frame);
    const [left, top, right, bottom] = frame.window;
    return x < left || y < top || x > right || y > bottom ? null : { x: x - left, y: y - top, r };
  }

  /** How many pixels a kilometre is in the middle of the window. */
  pixelsPerKilometre(): number {
    return this.stage.frame.scale / (40075.017 * Math.cos((this.map.getCenter().lat * Math.PI) / 180));
  }

  get zoom() {
    return this.map.getZoom();
  }

  get most() {
    return this.model?.most ?? 1;
  }

  resized() {
    this.map.invalidateSize({ animate: false });
  }

  /** Changes the size of the map's container and shows the same part of the world in it; the function that is returned
   * brings the view back. */
  resizeTo(change: () => void): () => void {
    const [bounds, centre, zoom] = [this.map.getBounds(), this.map.getCenter(), this.map.getZoom()];
    const move = (to: () => void) => {
      this.own = true;
      this.map.invalidateSize({ animate: false });
      to();
    };
    change();
    move(() => this.map.fitBounds(bounds, { animate: false }));
    return () => move(() => this.map.setView(centre, zoom, { animate: false }));
  }

  /** The window as one picture, with so many pixels to one of the page's. */
  picture(ratio: number): OffscreenCanvas {
    this.drawNow();
    return this.stage.picture(ratio);
  }

  /** Draws at once what is due, names included. */
  private drawNow() {
    this.settleNames();
    this.stage.flush();
  }

  /** What is painted, as data: for tests. */
  drawList() {
    this.drawNow();
    return this.painters.drawList(this.stage.frame);
  }
}
