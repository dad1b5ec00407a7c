// The map's interface to the page. Only this, makemap.ts, layer.ts, moves.ts, pointer.ts and
// stage.ts use Leaflet.

import type { Dataset } from "../data/dataset";
import { rowsOf } from "../data/fronts";
import { inWindow } from "../data/inview";
import type { Centre, Box as GeoBox } from "../domain/lonlat";
import { extent as extentNear, type Near } from "../domain/near";
import type { Point } from "../domain/path";
import type { Pin, Preview, Target } from "../domain/target";
import type { Theme } from "../domain/theme";
import { Basemap } from "./basemap";
import { Camera } from "./camera";
import type { Box } from "./collide";
import { mainExtent } from "./extent";
import { addLayer, chosenLayer } from "./layer";
import type { Spot } from "./layers/layer";
import { type LeafletMap, Point as Pixel } from "./leaflet";
import type { Listener } from "./listener";
import { boxOf, makeMap, zoomWithCtrlOnly } from "./makemap";
import { Model } from "./model";
import { boxOfRows, boxOfTarget, closeZoom, extentOf, type Insets, openingZoom } from "./moves";
import type { Words } from "./names";
import { Painters } from "./paint";
import { palettes } from "./palette";
import { chosenBasemap, VectorBasemap } from "./pmtiles";
import { Pointer } from "./pointer";
import { boxOfPreview } from "./preview";
import { Stage } from "./stage";
import { type AskTowns, Towns } from "./towns";

/** The delay, in milliseconds, after which map and counts have settled and names are laid out. */
const REST = 140;

export class MapView {
  private readonly map: LeafletMap;
  private readonly stage: Stage;
  private readonly basemap: Basemap;
  private readonly towns: Towns;
  private readonly painters: Painters;
  private readonly listener: Listener;
  private model: Model | null = null;
  readonly camera: Camera;
  private resting = 0;
  private readonly vector: VectorBasemap | null;

  constructor(
    container: HTMLElement,
    listener: Listener,
    askTowns: AskTowns,
    theme: Theme,
    start: Centre,
    still: boolean,
  ) {
    this.listener = listener;
    this.map = makeMap(container, start, still);
    this.camera = new Camera(this.map, still);
    this.basemap = new Basemap(() => this.basemapChanged());
    this.towns = new Towns(askTowns, () => this.townsChanged());
    this.painters = new Painters(this.basemap, this.towns, palettes[theme]);
    const layer = chosenLayer();
    if (layer) void addLayer(this.map, layer);
    const tiles = chosenBasemap();
    this.vector = tiles === null ? null : new VectorBasemap(this.map, tiles);
    this.painters.tilesBelow = layer !== null || tiles !== null;
    this.stage = new Stage(this.painters.sheets, ["crowd"]);
    this.stage.addTo(this.map);
    this.want();
    this.map.on("moveend", () => {
      this.want();
      this.report();
      this.rest();
    });
    new Pointer(this.map, this.stage, this.painters, this.camera, listener);
  }

  /** Requests missing data below the places. */
  private want() {
    this.basemap.want(this.stage.frame);
    if (!this.painters.tilesBelow) this.towns.want(this.stage.frame);
  }

  private townsChanged() {
    this.painters.names.invalidate();
    this.stage.repaint("base");
    this.rest();
  }

  private basemapChanged() {
    this.want();
    if (this.model) {
      this.model.settle(this.basemap);
      this.divide();
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
    const { centre, moved } = this.camera.report();
    const { x, y } = this.map.getSize();
    const window = this.boxOf(0, 0, x, y);
    this.listener.view(centre, inWindow(this.model?.data, window), moved, window);
  }

  setData(data: Dataset) {
    this.model = new Model(data);
    this.model.settle(this.basemap);
    this.divide();
    this.painters.model = this.model;
    this.painters.invalidate();
    this.report();
  }

  private divide() {
    this.model!.divide(this.basemap);
    this.listener.divisions(this.model!.divisionCodes, this.basemap.divisions());
  }

  /** Colours divisions by class, counted from 0; null colours none. */
  setChoropleth(classes: ReadonlyMap<string, number> | null) {
    this.painters.choropleth = classes;
    this.stage.repaint("under", "circles", "crowd");
  }

  /** Sets the counts of places and fronts; lines and areas, which take longer, are repainted once the range settles. */
  setCounts(places: Uint32Array, fronts: Uint32Array, parts: Uint8Array | null, gliding: boolean) {
    if (!this.model) return;
    const others = !gliding && fronts.some((n, i) => n > 0 !== this.model!.frontCounts[i] > 0);
    this.model.counts = places;
    this.model.parts = parts;
    this.model.frontCounts = fronts;
    this.painters.names.invalidate();
    this.stage.repaint("circles", "crowd", ...(others ? ["under"] : []), ...(this.painters.chosen ? ["top"] : []));
    this.rest();
  }

  setLook(theme: Theme, words: Words, fronts: boolean, areas: boolean) {
    this.painters.palette = palettes[theme];
    void this.vector?.setLook(theme, words.arabic ? "ar" : "en");
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

  /** Shows the results of texts that are not stored, all in the uncovered part of the window. */
  setPreview(preview: Preview | null, insets: Insets) {
    if (preview === this.painters.preview) return;
    this.painters.preview = preview;
    this.stage.repaint("top");
    this.camera.show(preview && boxOfPreview(preview), insets);
  }

  /**
   * Dims all places but some, which get numbers; null dims none. For an open article, lines
   * that it does not name are dimmed too, and other names are subordinate. `fit` shows the
   * places.
   */
  setSpotlight(rows: readonly number[] | null, article: string | null, fit: boolean, insets: Insets) {
    const m = this.model;
    if (!m) return;
    m.spotlight = rows && new Map(rows.map((row, i) => [row, i + 1]));
    const read = rows && article ? new Set(rowsOf(m.data.fronts, article)) : null;
    if (read || m.read) {
      this.painters.names.invalidate();
      this.rest();
    }
    m.read = read;
    this.stage.repaint("under", "circles", "crowd", "top");
    if (fit && rows) this.camera.show(boxOfRows(m.data, rows), insets);
  }

  /** Sets the covered parts of the window. */
  setCovered(boxes: Box[]) {
    this.painters.names.covered = boxes;
    this.painters.names.invalidate();
    this.rest();
  }

  /** West, south, east, north of a rectangle of the window, in pixels from its left upper corner. */
  boxOf(x0: number, y0: number, x1: number, y1: number): GeoBox {
    return boxOf(this.map, x0, y0, x1, y1);
  }

  /** Shows reported events, or who holds what, over the map; null for neither. */
  setOverlay(overlay: Painters["overlay"]) {
    this.painters.overlay = overlay;
    this.painters.names.invalidate();
    this.rest();
    this.stage.repaint("under", "circles", "crowd", "top");
  }

  /** Draws a measured line; null for none. */
  setPath(path: readonly Point[] | null) {
    this.painters.path = path?.length ? path : null;
    this.stage.repaint("top");
  }

  /** Draws the box and the circle of the filters. */
  setExtent(box: GeoBox | null, near: Near | null) {
    this.painters.box = box;
    this.painters.near = near;
    this.stage.repaint("top");
  }

  /** Shows the box of most mentions. */
  fitAll(own = false) {
    const places = this.model?.data.places;
    this.camera.fit(places ? mainExtent(places.lon, places.lat, places.weight) : null, own);
  }

  /** Shows the area of filters, else the box of most mentions, as the initial view. */
  open({ box, near }: { box: GeoBox | null; near: Near | null }) {
    const area = near ? extentNear(near) : box;
    if (!area) return this.fitAll(true);
    const [west, south, east, north] = area;
    this.camera.fit({ west, south, east, north }, true, this.map.getMaxZoom());
  }

  /** Shows a target, as the initial view. */
  openOn(target: Target) {
    const data = this.model?.data;
    if (data) this.camera.fit(boxOfTarget(data, target), true, openingZoom(data, target));
  }

  /** Moves a target into the uncovered part of the window, without zooming. */
  reveal(target: Target, insets: Insets) {
    if (this.model) this.camera.reveal(this.positionOf(target), insets);
  }

  /** Moves a point of the world into the uncovered part of the window. */
  revealAt(lon: number, lat: number, insets: Insets) {
    this.camera.reveal(this.map.latLngToContainerPoint([lat, lon]), insets);
  }

  zoomTo(target: Target) {
    const m = this.model;
    if (!m) return;
    const extent = extentOf(m.data, target);
    if (extent) return this.camera.show(extent);
    const { lat, lng } = this.map.containerPointToLatLng(this.positionOf(target));
    this.camera.goTo({ lat, lon: lng, zoom: Math.max(this.map.getZoom(), closeZoom(m.data, target)) });
  }

  /** The position of a target in the window. */
  private positionOf(target: Target): Pixel {
    const { frame } = this.stage;
    const { x, y } = this.painters.layerOf(target).spot(target.row, frame);
    return new Pixel(x - frame.window[0], y - frame.window[1]);
  }

  /** The position of a target's symbol in the window; null if it has none, or is outside. */
  symbolOf(target: Target): Spot | null {
    const layer = this.painters.layerOf(target);
    if (!this.model || !layer.tipAtSymbol) return null;
    const { frame } = this.stage;
    const { x, y, r } = layer.spot(target.row, frame);
    const [left, top, right, bottom] = frame.window;
    return x < left || y < top || x > right || y > bottom ? null : { x: x - left, y: y - top, r };
  }

  /** Pixels per kilometre in the middle of the window. */
  pixelsPerKilometre(): number {
    return this.stage.frame.scale / (40075.017 * Math.cos((this.map.getCenter().lat * Math.PI) / 180));
  }

  get zoom() {
    return this.map.getZoom();
  }

  get most() {
    return this.model?.most ?? 1;
  }

  /** Leaves the wheel to the surrounding page. */
  sparePageScroll() {
    zoomWithCtrlOnly(this.map);
  }

  resized() {
    this.map.invalidateSize({ animate: false });
  }

  /** The window as one picture, with a pixel ratio. */
  picture(ratio: number): OffscreenCanvas {
    const { x, y } = this.map.getSize();
    const out = new OffscreenCanvas(x * ratio, y * ratio);
    this.paintOn(out.getContext("2d")! as unknown as CanvasRenderingContext2D, ratio, 0, 0);
    return out;
  }

  /** Paints the window on another context, at a point and with a pixel ratio. */
  paintOn(ctx: CanvasRenderingContext2D, ratio: number, x: number, y: number) {
    this.drawNow();
    const { tilesBelow } = this.painters;
    this.painters.vector = true;
    this.painters.tilesBelow = false; // tiles are not part of the picture: it has the page's own base map
    this.stage.paintOn(ctx, ratio, x, y);
    this.painters.vector = false;
    this.painters.tilesBelow = tilesBelow;
  }

  /** Draws everything due at once, including names. */
  private drawNow() {
    this.settleNames();
    this.stage.flush();
  }

  /** The drawing as data, for tests. */
  drawList() {
    this.drawNow();
    return this.painters.drawList(this.stage.frame);
  }
}
