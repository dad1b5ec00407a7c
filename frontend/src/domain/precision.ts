// Location precision, in the server's terms, ordered by size. It determines the shape on the map.

export const precisions = ["site", "town", "district", "governorate", "region", "country"] as const;
type Precision = (typeof precisions)[number];

/** The code of a precision: its index in the list; unknown terms count as a town. */
export function precisionCode(word: string | null | undefined): number {
  const i = precisions.indexOf(word as Precision);
  return i < 0 ? 1 : i;
}

/** Whether a precision is an area: drawn as a ring at its centre, never as a pin. */
export const isArea = (code: number) => code >= 2;

/** Whether a precision is that of a region, which may be part of a division or span several. */
export const isRegion = (code: number) => precisions[code] === "region";

/** Whether a precision is that of a country, shown on the map as a name with a count. */
export const isCountry = (code: number) => code === precisions.length - 1;

export const confidences = ["high", "likely", "uncertain"] as const;
export type Confidence = (typeof confidences)[number];

/**
 * Confidence in words rather than decimals. It is calibrated: of those of 0.8 and above 95 % are correct.
 */
export function confidenceWord(value: number): Confidence {
  if (value >= 0.8) return "high";
  return value >= 0.5 ? "likely" : "uncertain";
}
