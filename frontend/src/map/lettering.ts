// Lettering: fonts, colours, spacing, and text widths.

import type { Label, LabelInput, Style } from "./labels";
import type { Palette } from "./palette";

const family = 'system-ui, "Noto Sans", "Segoe UI", Roboto, "Noto Sans Arabic", "Noto Kufi Arabic", Tahoma, sans-serif';

const fonts: Record<Style, string> = {
  country: "600",
  division: "500",
  water: "italic 400",
  place: "600",
  dim: "400",
  area: "600",
  line: "500",
};

export const fontOf = (style: Style, size: number) => `${fonts[style]} ${size}px ${family}`;

const spacing: Partial<Record<Style, number>> = { country: 2.2, division: 1.1, water: 0.6 };

const arabicLetters = /\p{Script=Arabic}/u;

/** Letter spacing: none in Arabic, whose letters join. */
const spacingOf = (text: string, style: Style) => (arabicLetters.test(text) ? 0 : (spacing[style] ?? 0));

function setSpacing(ctx: CanvasRenderingContext2D, pixels: number) {
  if ("letterSpacing" in ctx) ctx.letterSpacing = `${pixels}px`;
}

/** A cached text measurer. */
export function ruler(): LabelInput["measure"] {
  const ctx = document.createElement("canvas").getContext("2d")!;
  const known = new Map<string, number>();
  return (text, style, size) => {
    const key = `${style} ${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      ctx.font = fontOf(style, size);
      setSpacing(ctx, 0);
      width = ctx.measureText(text).width + ("letterSpacing" in ctx ? spacingOf(text, style) * text.length : 0);
      known.set(key, width);
    }
    return width;
  };
}

const colour = (p: Palette, style: Style): string =>
  ({
    country: p.labelCountry,
    division: p.labelDivision,
    water: p.labelWater,
    place: p.labelPlace,
    dim: p.labelPlaceDim,
    area: p.area,
    line: p.labelPlace,
  })[style];

export function paintLabels(ctx: CanvasRenderingContext2D, labels: readonly Label[], p: Palette) {
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.lineJoin = "round";
  ctx.setLineDash([]);
  for (const label of labels) {
    const { text, style, box, size, angle } = label;
    ctx.font = fontOf(style, size);
    ctx.direction = arabicLetters.test(text) ? "rtl" : "ltr";
    setSpacing(ctx, spacingOf(text, style));
    const y = (box.top + box.bottom) / 2;
    if (angle === undefined) letter(ctx, p, label, box.left + 2, y + 0.5);
    else {
      ctx.save();
      ctx.translate((box.left + box.right) / 2, y);
      ctx.rotate(angle);
      ctx.textAlign = "center";
      letter(ctx, p, label, 0, 0);
      ctx.restore();
    }
  }
  setSpacing(ctx, 0);
}

/** Writes a text at a point, with a halo over other content. */
function letter(ctx: CanvasRenderingContext2D, p: Palette, { text, style }: Label, x: number, y: number) {
  if (style !== "water") {
    ctx.strokeStyle = p.halo;
    ctx.lineWidth = style === "place" || style === "area" ? 3.5 : 2.5;
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = colour(p, style);
  ctx.fillText(text, x, y);
}
