// The painters of the map's canvases, from the bottom: the base map; what is under the symbols,
// and names of areas; symbols; in large numbers, the small ones separately; names of places;
// emphasis. Each collection's layer draws it (layers/). While the range is dragged only the
// symbols are repainted.

import type { Box as GeoBox } from "../domain/lonlat";
import type { Near } from "../domain/near";
import type { Point } from "../domain/path";
import type { Pin, Preview, Target } from "../domain/target";
import type { Basemap } from "./basemap";
import { paintChoropleth } from "./choropleth";
import { frameBox, frameCircle, plate, ring } from "./emphasis";
import type { Label } from "./labels";
import { FrontsLayer } from "./layers/fronts";
import type { Context, Layer, Scene } from "./layers/layer";
import { PlacesLayer } from "./layers/places";
import { paintLabels } from "./lettering";
import { type Frame, onCanvas } from "./mercator";
import type { Model } from "./model";
import { type Named, Names } from "./names";
import type { Palette } from "./palette";
import { paintPath } from "./path";
import { paintPreview } from "./preview";
import type { Painter } from "./stage";
import { paintTowns, type Towns, townLabels } from "./towns";

/** The overlay, and the positions of its signs, which names avoid. */
export interface Overlay {
  paint: (ctx: Context, frame: Frame, palette: Palette) => void;
  signs: readonly { lon: number; lat: number }[];
}

const ofPlaces = (label: Label) => label.style === "place";

export class Painters implements Scene {
  model: Model | null = null;
  hover: Target | null = null;
  chosen: Target | null = null;
  pin: Pin | null = null;
  preview: Preview | null = null;
  /** A measured line. */
  path: readonly Point[] | null = null;
  box: GeoBox | null = null;
  near: Near | null = null;
  choropleth: ReadonlyMap<string, number> | null = null;
  /** The overlay; circles under it are faint. */
  overlay: Overlay | null = null;
  palette: Palette;
  /** Tiles are below: the base map's land and names are not painted. */
  tilesBelow = false;
  /** For pictures in any resolution: all shapes must be paths. */
  vector = false;
  readonly names = new Names();
  readonly basemap: Basemap;
  private readonly towns: Towns;
  readonly places = new PlacesLayer(this);
  readonly fronts = new FrontsLayer(this);
  /** From the bottom. */
  readonly layers: readonly Layer[] = [this.fronts, this.places];

  constructor(basemap: Basemap, towns: Towns, palette: Palette) {
    this.basemap = basemap;
    this.towns = towns;
    this.palette = palette;
  }

  /** Colours of divisions, or an overlay, have the reader's attention. */
  get faint() {
    return this.choropleth !== null || this.overlay !== null;
  }

  layerOf = ({ collection }: Target) => this.layers.find((layer) => layer.collection === collection)!;

  /** Symbols moved: lay them and the names out again. */
  invalidate() {
    this.places.invalidate();
    this.names.invalidate();
  }

  private named(frame: Frame): Named {
    const base = () => (this.tilesBelow ? [] : [...this.basemap.labels, ...townLabels(this.shownTowns(frame))]);
    const signs = () => (this.overlay?.signs ?? []).map(({ lon, lat }) => onCanvas(frame, lon, lat));
    const [lines, numbers] = [() => this.fronts.named(frame), () => this.places.numbers(frame)];
    return { model: this.places.layoutIfStale(frame), base, lines, signs, numbers };
  }

  /** Lays the names out if needed, and returns whether it did. */
  settleNames(frame: Frame): boolean {
    return this.names.layoutIfStale(this.named(frame), frame);
  }

  private shownTowns(frame: Frame) {
    return this.towns.shown(frame, (town) => this.model?.names(town) ?? false);
  }

  /** From the bottom: what each canvas shows, and whether that is anything. */
  readonly sheets: Record<string, Painter> = {
    base: { any: () => !this.tilesBelow, paint: (ctx, frame) => this.base(ctx, frame) },
    under: {
      any: () => this.model !== null || this.names.labels.length > 0,
      paint: (ctx, frame) => this.under(ctx, frame),
    },
    circles: { any: () => this.model !== null, paint: (ctx, frame) => this.circles(ctx, frame) },
    crowd: { any: (frame) => this.places.crowded(frame), paint: (ctx, frame) => this.places.paintCrowd(ctx, frame) },
    over: { any: () => this.names.labels.some(ofPlaces), paint: (ctx, frame) => this.paintNames(ctx, frame, ofPlaces) },
    top: { any: () => this.anyOnTop, paint: (ctx, frame) => this.top(ctx, frame) },
  };

  private base(ctx: Context, frame: Frame) {
    this.basemap.paint(ctx, frame, this.palette);
    paintTowns(ctx, frame, this.palette, this.shownTowns(frame));
  }

  private under(ctx: Context, frame: Frame) {
    if (this.choropleth) paintChoropleth(ctx, frame, this.palette, this.basemap, this.choropleth);
    for (const layer of this.layers) layer.paintUnder?.(ctx, frame);
    if (this.model) {
      if (this.hover) this.layerOf(this.hover).shade(ctx, frame, this.hover.row, "hover");
      if (this.chosen) this.layerOf(this.chosen).shade(ctx, frame, this.chosen.row, "strong");
    }
    this.paintNames(ctx, frame, (l) => !ofPlaces(l));
  }

  private circles(ctx: Context, frame: Frame) {
    for (const layer of this.layers) layer.paintSymbols?.(ctx, frame);
  }

  private paintNames(ctx: Context, frame: Frame, which: (label: Label) => boolean) {
    this.names.reposition(this.named(frame), frame);
    paintLabels(ctx, this.names.labels.filter(which), this.palette);
  }

  private get anyOnTop() {
    const { overlay, box, near, chosen, hover, preview, pin, path } = this;
    return [overlay, box, near, chosen, hover, preview, pin, path].some((shown) => shown !== null);
  }

  private top(ctx: Context, frame: Frame) {
    this.overlay?.paint(ctx, frame, this.palette);
    if (this.box) frameBox(ctx, frame, this.palette, this.box);
    if (this.near) frameCircle(ctx, frame, this.palette, this.near);
    if (this.model) {
      if (this.chosen) this.layerOf(this.chosen).mark?.(ctx, frame, this.chosen.row, true);
      if (this.hover) this.layerOf(this.hover).mark?.(ctx, frame, this.hover.row, false);
    }
    if (this.preview) paintPreview(ctx, frame, this.palette, this.names, this.preview);
    if (this.pin) this.paintPin(ctx, frame, this.pin);
    if (this.path) paintPath(ctx, frame, this.palette, this.path);
  }

  private paintPin(ctx: Context, frame: Frame, pin: Pin) {
    const p = this.palette;
    const [x, y] = onCanvas(frame, pin.lon, pin.lat);
    ring(ctx, x, y, 8, p.ringCase, 5);
    ring(ctx, x, y, 8, p.ring, 2);
    ring(ctx, x, y, 1, p.ring, 2);
    plate(ctx, p, this.names, pin.name, x, y, 11);
  }

  /** The feature at a point of the canvas. */
  find(x: number, y: number, slop: number, frame: Frame): Target | null {
    const found = this.layers.flatMap((layer) => layer.find(x, y, slop, frame) ?? []);
    return found.sort((a, b) => a.rank - b.rank)[0]?.target ?? null;
  }

  /**
   * The drawing as data: golden files in tests compare it, as comparing pixels would be both
   * too strict and too lax.
   */
  drawList(frame: Frame) {
    const [left, top] = frame.window;
    const half = (v: number) => Math.round(v * 2) / 2;
    const labels = this.names.labels.map(({ text, style, box }) => ({
      text,
      style,
      box: [box.left - left, box.top - top, box.right - left, box.bottom - top].map(half),
    }));
    const { places, fronts } = this;
    const drawn = { symbols: places.drawList(frame), named: places.named(), fronts: fronts.drawList(frame), labels };
    const signs = this.named(frame)
      .signs()
      .map(([x, y]) => [half(x - left), half(y - top)]);
    if (this.overlay) return { ...drawn, signs };
    return this.preview ? { ...drawn, preview: this.preview } : drawn;
  }
}
