import { describe, expect, it } from "vitest";
import type { Theme } from "../domain/theme";
import { type Palette, palettes } from "./palette";

/** The relative luminance of #rrggbb (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const v = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

const grounds: Record<string, (keyof Palette)[]> = {
  labelCountry: ["land", "focus"],
  labelDivision: ["land", "focus"],
  labelPlace: ["land", "focus", "sea", "water"],
  labelPlaceDim: ["land", "focus"],
  labelWater: ["sea", "water"],
  area: ["land", "focus"],
};

describe.each(Object.keys(palettes) as Theme[])("names in the %s palette", (theme) => {
  const p = palettes[theme];
  it.each(Object.entries(grounds))("%s can be read (WCAG 2.2, 1.4.3)", (name, below) => {
    for (const ground of below)
      expect(contrast(p[name as keyof Palette] as string, p[ground] as string), ground).toBeGreaterThanOrEqual(4.5);
  });
});
