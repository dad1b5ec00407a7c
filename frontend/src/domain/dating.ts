// Precision and origin of a date, in the server's words.

/** Precision. */
const datePrecisions = ["day", "month", "year"] as const;
type DatePrecision = (typeof datePrecisions)[number];

/** Origin and precision of a day. */
export interface Dating {
  precision: DatePrecision;
  /** Not in the text: it is the day of publication, or lies between those of neighbouring articles. */
  assumed: boolean;
}

/** A day in the text. */
export const told: Dating = { precision: "day", assumed: false };

/** The kinds of dating, so that a column of bytes can hold them. */
const datings: Dating[] = [false, true].flatMap((assumed) =>
  datePrecisions.map((precision) => ({ precision, assumed })),
);

/** The code of a dating, from the server's date_precision and date_from. */
export function datingCode(precision: string | null | undefined, from: string | null | undefined): number {
  const i = Math.max(0, datePrecisions.indexOf(precision as DatePrecision));
  return i + (from === "published" || from === "neighbours" ? datePrecisions.length : 0);
}

export const datingOf = (code: number): Dating => datings[code];

const rank = { day: 0, week: 0, month: 1, year: 2 };

/** Whether a date is in the text, and precise enough for a bar of a unit. */
export const isFirm = (code: number, unit: keyof typeof rank) => {
  const { precision, assumed } = datings[code];
  return !assumed && rank[precision] <= rank[unit];
};
