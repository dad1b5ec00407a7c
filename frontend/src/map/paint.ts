// The painters of the map's canvases, from below: the basemap; what lies under the symbols, and the names of areas;
// symbols; where there are very many, the small ones apart; names of places; what is pointed at. What a collection looks
// like is its layer's affair (layers/). While the range is dragged only the symbols are painted anew.

import type { Box as GeoBox } from "../domain/lonlat";
import type { Near } from "../domain/near";
import type { Pin, Target } from "../domain/target";
import type { Basemap } from "./basemap";
import { frameBox, frameCircle, plate, ring } from "./emphasis";
import type { Label } from "./labels";
import { FrontsLayer } from "./layers/fronts";
import type { Context, Layer, Scene } from "./layers/layer";
import { PlacesLayer } from "./layers/places";
import { paintLabels } from "./lettering";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import type { Model } from "./model";
import { Names } from "./names";
import type { Palette } from "./palette";

export class Painters implements Scene {
  model: Model | null = null;
  hover: Target | null = null;
  chosen: Target | null = null;
  pin: Pin | null = null;
  box: GeoBox | null = null;
  near: Near | null = null;
  palette: Palette;
  /** Tiles lie below: neither land nor names of the basemap are painted. */
  tilesBelow = false;
  readonly names = new Names();
  readonly basemap: Basemap;
  readonly places = new PlacesLayer(this);
  readonly fronts = new FrontsLayer(this);
  /** From below. */
  readonly layers: readonly Layer[] = [this.fronts, this.places];

  constructor(basemap: Basemap, palette: Palette) {
    this.basemap = basemap;
    this.palette = palette;
  }

  layerOf = ({ collection }: Target) => this.layers.find((layer) => layer.collection === collection)!;

  /** Symbols moved: they and the names are laid out anew. */
  invalidate() {
    this.places.invalidate();
    this.names.invalidate();
  }

  private get baseLabels() {
    return this.tilesBelow ? [] : this.basemap.labels;
  }

  /** Lays the names out where that is due, and says whether it was. */
  settleNames(frame: Frame): boolean {
    return this.names.layoutIfStale(this.places.layoutIfStale(frame), this.baseLabels, frame);
  }

  readonly base = (ctx: Context, frame: Frame) => {
    if (!this.tilesBelow) this.basemap.paint(ctx, frame, this.palette);
  };

  readonly under = (ctx: Context, frame: Frame) => {
    for (const layer of this.layers) layer.paintUnder?.(ctx, frame);
    if (this.model) {
      if (this.hover) this.layerOf(this.hover).shade(ctx, frame, this.hover.row, "hover");
      if (this.chosen) this.layerOf(this.chosen).shade(ctx, frame, this.chosen.row, "strong");
    }
    this.paintNames(ctx, frame, (l) => l.style !== "place");
  };

  readonly circles = (ctx: Context, frame: Frame) => {
    for (const layer of this.layers) layer.paintSymbols?.(ctx, frame);
  };

  readonly crowd = (ctx: Context, frame: Frame) => {
    for (const layer of this.layers) layer.paintCrowd?.(ctx, frame);
  };

  readonly over = (ctx: Context, frame: Frame) => this.paintNames(ctx, frame, (l) => l.style === "place");

  private paintNames(ctx: Context, frame: Frame, which: (label: Label) => boolean) {
    this.names.reposition(this.places.layoutIfStale(frame), this.baseLabels, frame);
    paintLabels(ctx, this.names.labels.filter(which), this.palette);
  }

  readonly top = (ctx: Context, frame: Frame) => {
    if (this.box) frameBox(ctx, frame, this.palette, this.box);
    if (this.near) frameCircle(ctx, frame, this.palette, this.near);
    if (this.model) {
      if (this.chosen) this.layerOf(this.chosen).mark?.(ctx, frame, this.chosen.row, true);
      if (this.hover) this.layerOf(this.hover).mark?.(ctx, frame, this.hover.row, false);
    }
    if (this.pin) this.paintPin(ctx, frame, this.pin);
  };

  private paintPin(ctx: Context, frame: Frame, pin: Pin) {
    const p = this.palette;
    const x = mercatorX(pin.lon) * frame.scale - frame.left;
    const y = mercatorY(pin.lat) * frame.scale - frame.top;
    ring(ctx, x, y, 8, p.ringCase, 5);
    ring(ctx, x, y, 8, p.ring, 2);
    ring(ctx, x, y, 1, p.ring, 2);
    plate(ctx, p, this.names, pin.name, x, y, 11);
  }

  /** What lies at a point of the canvas. */
  find(x: number, y: number, slop: number, frame: Frame): Target | null {
    const found = this.layers.flatMap((layer) => layer.find(x, y, slop, frame) ?? []);
    return found.sort((a, b) => a.rank - b.rank)[0]?.target ?? null;
  }

  /** What is painted, as data: golden files in tests compare it, where comparing pixels would tell too much and too little. */
  drawList(frame: Frame) {
    const [left, top] = frame.window;
    const half = (v: number) => Math.round(v * 2) / 2;
    const labels = this.names.labels.map(({ text, style, box }) => ({
      text,
      style,
      box: [box.left - left, box.top - top, box.right - left, box.bottom - top].map(half),
    }));
    const { places, fronts } = this;
    return { symbols: places.drawList(frame), named: places.named(), fronts: fronts.drawList(frame), labels };
  }
}
