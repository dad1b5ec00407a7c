// The legend of a picture: one line with the signs that are drawn.

import { type FrontStyle, frontStyle, frontStyles } from "../domain/fronts";
import { type Key, t } from "../i18n";
import { paintSample } from "../map/frontpaint";
import { fontOf } from "../map/lettering";
import type { Palette } from "../map/palette";
import { type Form, paintSymbol } from "../map/sprites";
import { settledFronts } from "../state/breakdown";
import { comparing } from "../state/range";
import { dataset, inView, showAreas, showFronts } from "../state/store";
import { frontSamples } from "./legend";
import { type Colour, told } from "./told";

type Context = CanvasRenderingContext2D;

interface Sign {
  text: string;
  width: number;
  paint: (ctx: Context) => void;
}

const symbol = (p: Palette, form: Form, key: Key): Sign => ({
  text: t(key),
  width: 14,
  paint(ctx) {
    ctx.translate(7, 0);
    paintSymbol(ctx, p, form, 5.5, false);
  },
});

const disc = (text: string, colour: string, form?: Colour["form"]): Sign => ({
  text,
  width: 12,
  paint(ctx) {
    ctx.beginPath();
    if (form === "line") {
      ctx.moveTo(0, 0);
      ctx.lineTo(12, 0);
    } else ctx.arc(6, 0, 5, 0, 2 * Math.PI);
    ctx.fillStyle = ctx.strokeStyle = colour;
    ctx.lineWidth = form === "line" ? 3 : 1.6;
    ctx.setLineDash(form === "hollow" ? [2.5, 2] : []);
    if (form === undefined) return ctx.fill();
    if (form === "hatched") {
      ctx.moveTo(3, 4);
      ctx.lineTo(9, -4);
    }
    ctx.stroke();
  },
});

const front = (p: Palette, style: FrontStyle): Sign => ({
  text: t(frontSamples[style]),
  width: 34,
  paint(ctx) {
    ctx.translate(0, -9);
    paintSample(ctx, p, style, 34, 18);
  },
});

/** The styles of the lines and areas that are in view. */
function stylesInView(): FrontStyle[] {
  if (!showFronts.value) return [];
  const seen = new Set(
    dataset
      .value!.fronts.filter((_, i) => settledFronts.value[i] > 0 && inView.value.fronts[i])
      .map((f) => frontStyle(f.kind)),
  );
  return frontStyles.filter((style) => seen.has(style) && (style !== "area" || showAreas.value));
}

function signs(p: Palette): Sign[] {
  const colours = told()?.colours.map(({ text, colour, form }) => disc(text, colour, form));
  if (colours) return [...colours, ...stylesInView().map((style) => front(p, style))];
  const parts = comparing.value
    ? [disc(t("compareWent"), p.place), disc(t("compareCame"), p.second), disc(t("compareBoth"), p.both)]
    : [symbol(p, "town", "legendTown"), symbol(p, "site", "legendSite"), symbol(p, "area", "legendArea")];
  return [...parts, ...stylesInView().map((style) => front(p, style))];
}

/** Paints the signs next to each other from x on, as many as fit; from the right in right-to-left languages. */
export function paintLegendLine(ctx: Context, p: Palette, x: number, y: number, width: number, rtl: boolean) {
  let at = 0;
  for (const sign of signs(p)) {
    ctx.font = fontOf("dim", 11);
    const text = ctx.measureText(sign.text).width;
    if (at + sign.width + text > width) break;
    ctx.save();
    ctx.translate(rtl ? x + width - at - sign.width : x + at, y);
    sign.paint(ctx);
    ctx.restore();
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    ctx.font = fontOf("dim", 11);
    ctx.textAlign = rtl ? "right" : "left";
    ctx.textBaseline = "middle";
    ctx.direction = rtl ? "rtl" : "ltr";
    ctx.fillStyle = p.labelPlace;
    ctx.fillText(sign.text, rtl ? x + width - at - sign.width - 5 : x + at + sign.width + 5, y);
    at += sign.width + text + 22;
  }
}
