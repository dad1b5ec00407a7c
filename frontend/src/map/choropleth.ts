// Divisions coloured by their number of mentions.

import type { Basemap } from "./basemap";
import type { Frame } from "./mercator";
import type { Palette } from "./palette";
import { trace } from "./topo";

/** The transparency of the colour over the base map. */
const OPACITY = 0.82;

export function paintChoropleth(
  ctx: CanvasRenderingContext2D,
  frame: Frame,
  p: Palette,
  basemap: Basemap,
  classes: ReadonlyMap<string, number>,
) {
  ctx.save();
  for (const [code, n] of classes) {
    const outline = basemap.outline(code);
    if (!outline) continue;
    ctx.beginPath();
    trace(ctx, outline.topology, outline.shapes, frame);
    ctx.globalAlpha = OPACITY;
    ctx.fillStyle = p.classes[n];
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = p.ringCase;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
  ctx.restore();
}
