// The map's canvases, stacked, as one Leaflet layer. They extend a little beyond the window,
// move with the map's pane while it is dragged, are scaled while it zooms, and are repainted
// when it settles.

import type { LatLng, LeafletEventHandlerFn, ZoomAnimEvent } from "leaflet";
import { DomUtil, Layer, type LeafletMap, type Point } from "./leaflet";
import type { Frame } from "./mercator";

export interface Painter {
  /** Whether there is anything to paint: an empty canvas is hidden, and takes no memory until needed. */
  any: (frame: Frame) => boolean;
  paint: (ctx: CanvasRenderingContext2D, frame: Frame) => void;
}

/** The margin of the canvases around the window, as a share of it. */
const MARGIN = 0.15;

interface Sheet {
  canvas: HTMLCanvasElement;
  ctx: CanvasRenderingContext2D;
  painter: Painter;
  due: boolean;
  /** One pixel per CSS pixel, in main memory: for whole images. */
  coarse: boolean;
}

const ratioOf = (coarse: boolean) => (coarse ? 1 : Math.min(globalThis.devicePixelRatio || 1, 2));

/** Sets the CSS size and the pixel ratio of a canvas. */
function resize(canvas: HTMLCanvasElement, width: number, height: number, ratio: number) {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === w && canvas.height === h) return;
  canvas.width = w;
  canvas.height = h;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

export class Stage extends Layer {
  private readonly sheets = new Map<string, Sheet>();
  private readonly box = document.createElement("div");
  private asked = 0;
  private centre!: LatLng;
  private map!: LeafletMap;
  frame: Frame = { zoom: 0, scale: 256, left: 0, top: 0, width: 0, height: 0, window: [0, 0, 0, 0] };

  constructor(painters: Record<string, Painter>, coarse: readonly string[] = []) {
    super();
    this.box.className = "stage leaflet-zoom-animated";
    for (const [name, painter] of Object.entries(painters)) {
      const canvas = document.createElement("canvas");
      canvas.hidden = true;
      canvas.setAttribute("aria-hidden", "true");
      this.box.append(canvas);
      const own = coarse.includes(name);
      const ctx = canvas.getContext("2d", { willReadFrequently: own })!;
      this.sheets.set(name, { canvas, ctx, painter, due: true, coarse: own });
    }
  }

  override onAdd(map: LeafletMap): this {
    this.map = map;
    map.getPanes().overlayPane.append(this.box);
    this.reset();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.asked);
    this.box.remove();
    return this;
  }

  override getEvents(): { [name: string]: LeafletEventHandlerFn } {
    return {
      moveend: () => this.reset(),
      viewreset: () => this.reset(),
      resize: () => this.fits() || this.reset(), // usually a move came before, and has done it
      move: () => this.follow(),
      zoom: () => this.scaleTo(this.map.getCenter(), this.map.getZoom()),
      zoomanim: (event) =>
        this.scaleTo((event as unknown as ZoomAnimEvent).center, (event as unknown as ZoomAnimEvent).zoom),
    };
  }

  /** Schedules painting of some or all canvases for the next frame. */
  repaint(...names: string[]) {
    for (const [n, sheet] of this.sheets) if (names.length === 0 || names.includes(n)) sheet.due = true;
    if (!this.asked) this.asked = requestAnimationFrame(() => this.flush());
  }

  /** Paints what is scheduled. */
  flush() {
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    for (const sheet of this.sheets.values()) {
      if (!sheet.due) continue;
      sheet.due = false;
      this.renew(sheet);
    }
  }

  private renew({ canvas, ctx, painter, coarse }: Sheet) {
    const { width, height } = this.frame;
    const any = painter.any(this.frame);
    if (any || !canvas.hidden) {
      const ratio = ratioOf(coarse);
      resize(canvas, width, height, ratio);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.clearRect(0, 0, width, height);
    }
    if (any) painter.paint(ctx, this.frame);
    canvas.hidden = !any;
  }

  /** Paints the window on another context, at a point and with a pixel ratio. */
  paintOn(ctx: CanvasRenderingContext2D, ratio: number, x: number, y: number) {
    const { window } = this.frame;
    for (const { painter } of this.sheets.values()) {
      if (!painter.any(this.frame)) continue;
      ctx.setTransform(ratio, 0, 0, ratio, x - window[0] * ratio, y - window[1] * ratio);
      painter.paint(ctx, this.frame);
    }
  }

  /** The position of a point of the window on the canvases. */
  toCanvas(container: Point): [number, number] {
    return [container.x + this.frame.window[0], container.y + this.frame.window[1]];
  }

  private fits(): boolean {
    const [left, top, right, bottom] = this.frame.window;
    const { x, y } = this.map.getSize();
    return right - left === x && bottom - top === y;
  }

  private reset() {
    const size = this.map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const topLeft = this.map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const world = topLeft.add(this.map.getPixelOrigin());
    const zoom = this.map.getZoom();
    const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
    const window: Frame["window"] = [margin.x, margin.y, margin.x + size.x, margin.y + size.y];
    this.frame = { zoom, scale: 256 * 2 ** zoom, left: world.x, top: world.y, width, height, window };
    this.centre = this.map.getCenter();
    DomUtil.setTransform(this.box, topLeft, 1);
    this.repaint();
    this.flush();
  }

  /** While the map is dragged: repaints before an edge of the canvases enters the window. */
  private follow() {
    if (this.map.getZoom() !== this.frame.zoom) return;
    const world = this.map.getPixelBounds().min!;
    const dx = Math.abs(world.x - this.frame.left - this.frame.window[0]);
    const dy = Math.abs(world.y - this.frame.top - this.frame.window[1]);
    if (dx >= this.frame.window[0] - 2 || dy >= this.frame.window[1] - 2) this.reset();
  }

  /** While the map zooms: scales the canvases to their future position. */
  private scaleTo(centre: LatLng, zoom: number) {
    if (!this.centre) return;
    const map = this.map;
    const scale = map.getZoomScale(zoom, this.frame.zoom);
    const half = map.getSize().divideBy(2);
    // The map pane's position, and the future pixel origin of the map, by public methods.
    const pane = map.containerPointToLayerPoint([0, 0]);
    const origin = map.project(centre, zoom).subtract(half).subtract(pane).round();
    const reach = half.add([this.frame.window[0], this.frame.window[1]]);
    const offset = map.project(this.centre, zoom).subtract(reach.multiplyBy(scale)).subtract(origin);
    DomUtil.setTransform(this.box, offset, scale);
  }
}
