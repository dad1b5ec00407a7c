// Lines and areas on the map, in Mercator, with their style.

import type { FrontGroup } from "../data/fronts";
import { type Day, UNDATED } from "../domain/days";
import { type FrontStyle, frontStyle } from "../domain/fronts";
import { type Frame, kilometre, mercatorX, mercatorY } from "./mercator";

export interface FrontShape {
  lines: Float64Array[];
  /** Polygons as their rings. */
  areas: Float64Array[][];
  points: Float64Array[];
  style: FrontStyle;
  /** Its strength, by the day of its newest sentence: 1 is the newest of all. */
  fade: number;
  /** The uncertainty as a share of the world's width. */
  halo: number;
  /** The shaded area, in square kilometres, and as a part of the unit square. */
  size: number;
  spread: number;
  box: [number, number, number, number];
}

/** The strength of the oldest and of undated ones. */
const LEAST = 0.45;

/** The strength of a front of a day, among days from first to last. */
function fadeOf(day: Day, first: Day, last: Day): number {
  if (day === UNDATED) return LEAST;
  return last > first ? LEAST + ((1 - LEAST) * (day - first)) / (last - first) : 1;
}

export function prepare(group: FrontGroup, first: Day, last: Day): FrontShape {
  const shape: FrontShape = {
    lines: [],
    areas: [],
    points: [],
    style: frontStyle(group.kind),
    fade: fadeOf(Math.max(...group.items.map((item) => item.day)), first, last),
    halo: 0,
    size: 0,
    spread: 0,
    box: [1, 1, 0, 0],
  };
  collect(group.geometry, shape);
  const [w, s, e, n] = group.box;
  const km = kilometre((s + n) / 2);
  shape.halo = group.uncertainty * km;
  shape.box = [mercatorX(w), mercatorY(n), mercatorX(e), mercatorY(s)];
  shape.spread = shape.areas.reduce((sum, rings) => sum + Math.abs(signedArea(rings[0])), 0);
  shape.size = shape.spread / (km * km);
  return shape;
}

function collect(g: GeoJSON.Geometry, out: FrontShape) {
  switch (g.type) {
    case "Point":
      out.points.push(project([g.coordinates]));
      break;
    case "MultiPoint":
      for (const c of g.coordinates) out.points.push(project([c]));
      break;
    case "LineString":
      out.lines.push(project(g.coordinates));
      break;
    case "MultiLineString":
      for (const c of g.coordinates) out.lines.push(project(c));
      break;
    case "Polygon":
      out.areas.push(g.coordinates.map(project));
      break;
    case "MultiPolygon":
      for (const c of g.coordinates) out.areas.push(c.map(project));
      break;
    case "GeometryCollection":
      for (const c of g.geometries) collect(c, out);
  }
}

const project = (list: GeoJSON.Position[]) =>
  Float64Array.from(list.flatMap(([lon, lat]) => [mercatorX(lon), mercatorY(lat)]));

function signedArea(r: Float64Array): number {
  let sum = 0;
  for (let i = 2; i < r.length; i += 2) sum += r[i - 2] * r[i + 1] - r[i] * r[i - 1];
  return sum / 2;
}

export const inFrame = (s: FrontShape, f: Frame) =>
  s.box[2] * f.scale >= f.left - 60 &&
  s.box[3] * f.scale >= f.top - 60 &&
  s.box[0] * f.scale <= f.left + f.width + 60 &&
  s.box[1] * f.scale <= f.top + f.height + 60;

/** The distance of a point of the canvas from the shape, in pixels; 0 inside an area, Infinity if far. */
export function distance(s: FrontShape, f: Frame, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  const toX = (v: number) => v * f.scale - f.left - x;
  const toY = (v: number) => v * f.scale - f.top - y;
  for (const point of s.points) least = Math.min(least, Math.hypot(toX(point[0]), toY(point[1])));
  for (const line of s.lines) {
    for (let i = 2; i < line.length; i += 2) {
      least = Math.min(least, toSegment(toX(line[i - 2]), toY(line[i - 1]), toX(line[i]), toY(line[i + 1])));
    }
  }
  for (const rings of s.areas) if (rings.reduce((odd, r) => odd !== holdsOrigin(r, toX, toY), false)) least = 0;
  return least;
}

/** The distance of the origin from a segment. */
function toSegment(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + t * dx, ay + t * dy);
}

function holdsOrigin(r: Float64Array, toX: (v: number) => number, toY: (v: number) => number): boolean {
  let odd = false;
  for (let i = 2; i < r.length; i += 2) {
    const [ax, ay, bx, by] = [toX(r[i - 2]), toY(r[i - 1]), toX(r[i]), toY(r[i + 1])];
    if (ay > 0 !== by > 0 && ax + ((bx - ax) * -ay) / (by - ay) > 0) odd = !odd;
  }
  return odd;
}
