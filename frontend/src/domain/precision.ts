// How finely a place is known, and so by which form it is drawn. The server's words, in the order of size.

export const precisions = ["site", "town", "district", "governorate", "region", "country"] as const;
type Precision = (typeof precisions)[number];

/** The code of a precision: its place in the list; unknown words count as a town. */
export function precisionCode(word: string | null | undefined): number {
  const i = precisions.indexOf(word as Precision);
  return i < 0 ? 1 : i;
}

/** Whether a precision is an area: drawn hollow in its middle, never as a pin. */
export const isArea = (code: number) => code >= 2;

/** Whether a precision is that of a region, which may be smaller than a division, or reach over several. */
export const isRegion = (code: number) => precisions[code] === "region";

/** Whether a precision is that of a country: on the map a name with a count. */
export const isCountry = (code: number) => code === precisions.length - 1;

export const confidences = ["high", "likely", "uncertain"] as const;
export type Confidence = (typeof confidences)[number];

/**
 * How sure the reading is, in words rather than decimals. Confidences are fitted to outcomes: of those of 0.8 and above 95 in
 * 100 are right.
 */
export function confidenceWord(value: number): Confidence {
  if (value >= 0.8) return "high";
  return value >= 0.5 ? "likely" : "uncertain";
}
