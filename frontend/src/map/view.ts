// The map, as the rest of the page sees it. Leaflet is known here and in stage.ts only.

import { LatLngBounds, Map as LeafletMap, type LeafletMouseEvent, Point } from "leaflet/dist/leaflet-src.esm.js";
import type { Dataset } from "../data/dataset";
import type { Box as GeoBox } from "../data/filter";
import type { Centre } from "../url/codec";
import { Basemap } from "./basemap";
import type { Box } from "./collide";
import { drawList } from "./drawlist";
import { type Box as Bounds, mainBox } from "./frame";
import { type InView, inWindow } from "./inview";
import { addLayer, chosenLayer } from "./layer";
import { Model, type Pin, same, type Target } from "./model";
import { Painters, type Words } from "./paint";
import { palettes, type Theme } from "./palette";
import { Stage } from "./stage";

export interface Listener {
  /** The view has come to rest; `moved` says whether the reader moved it. */
  view(centre: Centre, inView: InView, moved: boolean, window: GeoBox): void;
  hover(target: Target | null): void;
  pick(target: Target | null): void;
}

export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

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
  private readonly still: boolean;

  constructor(container: HTMLElement, listener: Listener, theme: Theme, start: Centre, still: boolean) {
    this.listener = listener;
    this.still = still;
    this.map = new LeafletMap(container, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 2,
      maxZoom: 13,
      zoomSnap: 0.25,
      zoomDelta: 1,
      wheelPxPerZoomLevel: 90,
      maxBounds: new LatLngBounds([-84, -220], [85, 220]),
      maxBoundsViscosity: 0.9,
      zoomAnimation: !still,
      inertia: !still,
    });
    this.basemap = new Basemap(() => this.basemapChanged());
    this.painters = new Painters(this.basemap, palettes[theme]);
    const layer = chosenLayer();
    if (layer) addLayer(this.map, layer);
    this.painters.bare = layer !== null;
    this.stage = new Stage({ base: this.painters.base, data: this.painters.data, top: this.painters.top });
    this.map.setView([start.lat, start.lon], start.zoom, { animate: false });
    this.stage.addTo(this.map);
    this.basemap.want(this.stage.frame);
    this.listen();
  }

  private listen() {
    this.map.on("moveend", () => {
      this.basemap.want(this.stage.frame);
      this.report();
    });
    this.map.on("dragstart zoomstart keydown", () => {
      this.moved ||= !this.own;
    });
    this.map.on("mousemove", (event: LeafletMouseEvent) => this.point(this.at(event)));
    this.map.on("mouseout movestart zoomstart", () => this.point(null));
    this.map.on("click", (event: LeafletMouseEvent) => this.listener.pick(this.at(event)));
  }

  private at(event: LeafletMouseEvent): Target | null {
    const [x, y] = this.stage.toCanvas(event.containerPoint);
    const touch = (event.originalEvent as PointerEvent).pointerType === "touch";
    return this.painters.at(x, y, touch ? 14 : 5, this.stage.frame);
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
    this.stage.repaint();
  }

  private report() {
    const { lat, lng } = this.map.getCenter();
    const centre = { lat, lon: lng, zoom: this.map.getZoom() };
    const { x, y } = this.map.getSize();
    this.listener.view(centre, inWindow(this.model, this.stage.frame), this.moved, this.boxOf(0, 0, x, y));
    this.moved = false;
    this.own = false;
  }

  setData(data: Dataset) {
    this.model = new Model(data);
    this.model.settle(this.basemap);
    this.painters.model = this.model;
    this.report();
  }

  /** Shows so many mentions of each place and front. */
  setCounts(places: Uint32Array, fronts: Uint32Array) {
    if (!this.model) return;
    this.model.counts = places;
    this.model.frontCounts = fronts;
    this.stage.repaint("data");
    this.stage.repaint("top");
  }

  setLook(theme: Theme, words: Words, fronts: boolean) {
    this.painters.setPalette(palettes[theme]);
    this.painters.words = words;
    this.painters.showFronts = fronts;
    this.stage.repaint();
  }

  setFocus(hover: Target | null, chosen: Target | null, pin: Pin | null) {
    this.painters.hover = hover;
    this.painters.chosen = chosen;
    this.painters.pin = pin;
    this.stage.repaint("data");
    this.stage.repaint("top");
  }

  /** Says which parts of the window lie under other things. */
  setCovered(boxes: Box[]) {
    this.painters.covered = boxes;
    this.stage.repaint("data");
  }

  /** West, south, east, north of a rectangle of the window, in pixels from its left upper corner. */
  boxOf(x0: number, y0: number, x1: number, y1: number): GeoBox {
    const a = this.map.containerPointToLatLng([Math.min(x0, x1), Math.max(y0, y1)]);
    const b = this.map.containerPointToLatLng([Math.max(x0, x1), Math.min(y0, y1)]);
    const [w, e] = [Math.max(-180, a.lng), Math.min(180, b.lng)];
    return [w, a.lat, e, b.lat].map((v) => Math.round(v * 1e4) / 1e4) as GeoBox;
  }

  /** Frames the box that the mentions are filtered by. */
  setBox(box: GeoBox | null) {
    this.painters.box = box;
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
    const box = m && mainBox(m.data.places.lon, m.data.places.lat, m.weights());
    if (box) this.fit(box, !own && !this.still);
  }

  fit({ west, south, east, north }: Bounds, animate = !this.still) {
    this.map.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      { paddingTopLeft: [40, 28], paddingBottomRight: [40, 56], maxZoom: 9, animate },
    );
  }

  /** Brings a target into the part of the window that nothing covers, without changing the zoom. */
  reveal(target: Target, insets: Insets) {
    const m = this.model;
    if (!m) return;
    const at = this.positionOf(m, target);
    const size = this.map.getSize();
    const [x, y] = [at.x, at.y];
    const inside = x > insets.left && x < size.x - insets.right && y > insets.top && y < size.y - insets.bottom;
    if (inside) return;
    const middle = new Point((insets.left + size.x - insets.right) / 2, (insets.top + size.y - insets.bottom) / 2);
    this.map.panBy(new Point(x, y).subtract(middle), { animate: !this.still });
  }

  zoomTo(target: Target) {
    const m = this.model;
    if (!m) return;
    this.moved = true;
    if (target.kind === "front") {
      const [west, south, east, north] = m.data.fronts[target.index].box;
      this.fit({ west, south, east, north });
      return;
    }
    const wanted = [12, 11, 10, 8, 7, 5][m.data.places.precision[target.index]];
    const { lat, lng } = this.map.containerPointToLatLng(this.positionOf(m, target));
    this.goTo({ lat, lon: lng, zoom: Math.max(this.map.getZoom(), wanted) });
  }

  private positionOf(m: Model, target: Target): Point {
    const { scale, left, top, window: w } = this.stage.frame;
    const box = m.shapes[target.index]?.box;
    const [x, y] =
      target.kind === "place" ? [m.x[target.index], m.y[target.index]] : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return new Point(x * scale - left - w[0], y * scale - top - w[1]);
  }

  /** Where a place's circle stands in the window; null for fronts and what is outside. */
  circleOf(target: Target): { x: number; y: number; r: number } | null {
    const m = this.model;
    if (!m || target.kind !== "place") return null;
    const { frame } = this.stage;
    const [x, y, r] = this.painters.circle(m, target.index, frame);
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

  /** What is painted, as data: for tests. */
  drawList() {
    this.stage.flush();
    return drawList(this.painters, this.stage.frame);
  }
}
