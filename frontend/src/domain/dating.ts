// How finely a date is known, and where it is from. The server's words.

/** How finely. */
export const datePrecisions = ["day", "month", "year"] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** What a day was taken from, and how much of it is known. */
export interface Dating {
  precision: DatePrecision;
  /** The text does not say it: it is the day of publication, or lies between those of the articles around. */
  assumed: boolean;
}

/** A day that a text tells. */
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

/** Whether a date is told, and finely enough to stand in a bar of a unit. */
export const isFirm = (code: number, unit: keyof typeof rank) => {
  const { precision, assumed } = datings[code];
  return !assumed && rank[precision] <= rank[unit];
};
