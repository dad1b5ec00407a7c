// Results of texts that are not stored: rings with names, lines and outlines dashed, on top of
// everything.

import type { Preview } from "../domain/target";
import { Boxes } from "./collide";
import { plate, ring } from "./emphasis";
import type { Extent } from "./extent";
import { type Frame, onCanvas } from "./mercator";
import type { Names } from "./names";
import type { Palette } from "./palette";

type Context = CanvasRenderingContext2D;
type Position = number[];

/** The lines of a geometry; the rings of an area. */
function linesOf(g: GeoJSON.Geometry): Position[][] {
  switch (g.type) {
    case "LineString":
    case "MultiPoint":
      return [g.coordinates];
    case "MultiLineString":
    case "Polygon":
      return g.coordinates;
    case "MultiPolygon":
      return g.coordinates.flat();
    case "GeometryCollection":
      return g.geometries.flatMap(linesOf);
  }
  return [[g.coordinates]];
}

/** The box of everything; null if empty. */
export function boxOfPreview({ pins, shapes }: Preview): Extent | null {
  const points = [...pins.map(({ lon, lat }) => [lon, lat]), ...shapes.flatMap((g) => linesOf(g).flat())];
  if (points.length === 0) return null;
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of points) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

export function paintPreview(ctx: Context, frame: Frame, p: Palette, names: Names, { pins, shapes }: Preview) {
  const at = ([lon, lat]: Position) => onCanvas(frame, lon, lat);
  ctx.beginPath();
  for (const line of shapes.flatMap(linesOf))
    line.forEach((position, i) => {
      const [x, y] = at(position);
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    });
  ctx.setLineDash([7, 5]);
  for (const [colour, width] of [
    [p.ringCase, 5],
    [p.ring, 2],
  ] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.setLineDash([]);
  const taken = new Boxes();
  for (const { lon, lat, name } of pins) {
    const [x, y] = at([lon, lat]);
    ring(ctx, x, y, 7, p.ringCase, 5);
    ring(ctx, x, y, 7, p.ring, 2.5);
    const half = names.measure(name, "place", 13.5) / 2 + 8;
    const box = { left: x - half, right: x + half, top: y - 42, bottom: y - 12 };
    if (!taken.free(box)) continue; // its name would cover another
    taken.take(box);
    plate(ctx, p, names, name, x, y, 10);
  }
}
