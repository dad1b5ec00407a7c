// Reads quantised TopoJSON into typed arrays in Mercator and traces its shapes on a canvas. Arcs are decoded once and
// shared, so a border is stored once however many areas it bounds.

import { type Frame, mercatorX, mercatorY } from "./mercator";

interface RawGeometry {
  type: string;
  id?: string;
  arcs?: unknown;
  geometries?: RawGeometry[];
}

export interface RawTopology {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: Record<string, RawGeometry>;
  bbox?: [number, number, number, number];
  focus?: string[];
}

export interface Shape {
  id: string;
  area: boolean;
  /** Rings or lines, as indexes of arcs; ~i is arc i backwards. */
  parts: number[][];
}

export interface Topology {
  /** x, y, x, y … of each arc. */
  arcs: Float32Array[];
  objects: Record<string, Shape[]>;
}

export function decode(raw: RawTopology): Topology {
  const { scale, translate } = raw.transform;
  const arcs = raw.arcs.map((arc) => {
    const out = new Float32Array(arc.length * 2);
    let x = 0;
    let y = 0;
    arc.forEach(([dx, dy], i) => {
      x += dx;
      y += dy;
      out[2 * i] = mercatorX(x * scale[0] + translate[0]);
      out[2 * i + 1] = mercatorY(y * scale[1] + translate[1]);
    });
    return out;
  });
  const objects = Object.fromEntries(Object.entries(raw.objects).map(([name, g]) => [name, shapes(g)]));
  return { arcs, objects };
}

function shapes(g: RawGeometry): Shape[] {
  if (g.geometries) return g.geometries.flatMap(shapes);
  const id = g.id ?? "";
  switch (g.type) {
    case "LineString":
      return [{ id, area: false, parts: [g.arcs as number[]] }];
    case "MultiLineString":
      return [{ id, area: false, parts: g.arcs as number[][] }];
    case "Polygon":
      return [{ id, area: true, parts: g.arcs as number[][] }];
    case "MultiPolygon":
      return [{ id, area: true, parts: (g.arcs as number[][][]).flat() }];
    default:
      return [];
  }
}

// Points closer than this to the previous one are skipped, in pixels.
const LEAST = 0.8;

/**
 * Adds shapes to the canvas's path, skipping arcs outside the frame unless that would open an
 * area; `round` shapes curve at their points, which are few for the zoom.
 */
export function trace(
  ctx: CanvasRenderingContext2D,
  topology: Topology,
  list: readonly Shape[],
  frame: Frame,
  round = false,
) {
  for (const shape of list) {
    for (const part of shape.parts) {
      const pen = new Pen(ctx, frame, round);
      if (shape.area) traceRing(pen, topology, part);
      else traceLine(pen, topology, part);
    }
  }
}

function traceRing(pen: Pen, topology: Topology, ring: number[]) {
  if (!ring.some((i) => pen.sees(topology.arcs[i < 0 ? ~i : i])) && !pen.surrounded(topology, ring)) return;
  for (const i of ring) pen.draw(topology.arcs[i < 0 ? ~i : i], i < 0);
  pen.close();
}

function traceLine(pen: Pen, topology: Topology, line: number[]) {
  for (const i of line) {
    const arc = topology.arcs[i < 0 ? ~i : i];
    if (pen.sees(arc)) pen.draw(arc, i < 0);
    else pen.lift();
  }
}

class Pen {
  private readonly ctx: CanvasRenderingContext2D;
  private readonly frame: Frame;
  private readonly round: boolean;
  private down = false;
  private x = 0;
  private y = 0;

  constructor(ctx: CanvasRenderingContext2D, frame: Frame, round: boolean) {
    this.ctx = ctx;
    this.frame = frame;
    this.round = round;
  }

  close() {
    this.ctx.closePath();
  }

  lift() {
    this.down = false;
  }

  /** Whether the arc's box touches the frame. */
  sees(arc: Float32Array): boolean {
    const [x0, y0, x1, y1] = boxOf(arc);
    const { scale, left, top, width, height } = this.frame;
    return x1 * scale - left >= 0 && y1 * scale - top >= 0 && x0 * scale - left <= width && y0 * scale - top <= height;
  }

  /** Whether a ring without a visible arc may still contain the frame: its combined boxes touch it. */
  surrounded(topology: Topology, ring: number[]): boolean {
    const box = [1, 1, 0, 0];
    for (const i of ring) {
      const b = boxOf(topology.arcs[i < 0 ? ~i : i]);
      for (const k of [0, 1]) box[k] = Math.min(box[k], b[k]);
      for (const k of [2, 3]) box[k] = Math.max(box[k], b[k]);
    }
    const { scale, left, top, width, height } = this.frame;
    return (
      box[2] * scale >= left &&
      box[3] * scale >= top &&
      box[0] * scale <= left + width &&
      box[1] * scale <= top + height
    );
  }

  draw(arc: Float32Array, backwards: boolean) {
    const { scale, left, top } = this.frame;
    const n = arc.length / 2;
    for (let k = 0; k < n; k++) {
      const j = 2 * (backwards ? n - 1 - k : k);
      const x = arc[j] * scale - left;
      const y = arc[j + 1] * scale - top;
      if (!this.down) this.ctx.moveTo(x, y);
      else if (k < n - 1 && Math.abs(x - this.x) < LEAST && Math.abs(y - this.y) < LEAST) continue;
      else this.to(x, y, k === n - 1);
      this.down = true;
      this.x = x;
      this.y = y;
    }
  }

  /** A straight line; rounded, a curve to the midpoint, with the previous point as its control point. */
  private to(x: number, y: number, last: boolean) {
    if (!this.round) return this.ctx.lineTo(x, y);
    this.ctx.quadraticCurveTo(this.x, this.y, (this.x + x) / 2, (this.y + y) / 2);
    if (last) this.ctx.lineTo(x, y);
  }
}

const boxes = new WeakMap<Float32Array, Float32Array>();

function boxOf(arc: Float32Array): Float32Array {
  let box = boxes.get(arc);
  if (!box) {
    box = Float32Array.of(1, 1, 0, 0);
    for (let i = 0; i < arc.length; i += 2) {
      box[0] = Math.min(box[0], arc[i]);
      box[1] = Math.min(box[1], arc[i + 1]);
      box[2] = Math.max(box[2], arc[i]);
      box[3] = Math.max(box[3], arc[i + 1]);
    }
    boxes.set(arc, box);
  }
  return box;
}

/** Whether a point (in Mercator) lies in an area. */
export function contains(topology: Topology, shape: Shape, x: number, y: number): boolean {
  let odd = false;
  for (const ring of shape.parts) {
    for (const i of ring) {
      const arc = topology.arcs[i < 0 ? ~i : i];
      for (let k = 2; k < arc.length; k += 2) {
        const [ax, ay, bx, by] = [arc[k - 2], arc[k - 1], arc[k], arc[k + 1]];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
      }
    }
  }
  return odd;
}
