// Days are whole numbers: days since 1 January 1970, UTC.

export type Day = number;

/** The day of something without a date. */
export const UNDATED: Day = -2147483648;

/** The day of a mention that counts: the event's, if a sentence gives it, or that of publication. */
export type DateBy = "event" | "published";

const MS = 86_400_000;

/** Reads "2019-08-22" or an RFC 3339 instant; anything else is undated. */
export function parseDay(text: string | null | undefined): Day {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(text ?? "");
  if (!m) return UNDATED;
  const ms = text!.length === 10 ? Date.UTC(+m[1], +m[2] - 1, +m[3]) : Date.parse(text!);
  if (Number.isNaN(ms)) return UNDATED;
  const day = Math.floor(ms / MS);
  return text!.length === 10 && formatDay(day) !== text ? UNDATED : day;
}

/** Writes a day as "2019-08-22". */
export function formatDay(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

export function dateOf(day: Day): Date {
  return new Date(day * MS);
}

export function dayOf(year: number, month: number, date: number): Day {
  return Math.floor(Date.UTC(year, month, date) / MS);
}

/** A span of days, both ends inclusive; null is all time. */
export interface Range {
  from: Day;
  to: Day;
  /** Another span, compared with this one: the range covers both. */
  other?: Range;
}

/** The disjoint spans of a range. */
export function spans({ from, to, other }: Range): Range[] {
  if (!other) return [{ from, to }];
  if (other.from > to || other.to < from) return [{ from, to }, other];
  return [{ from: Math.min(from, other.from), to: Math.max(to, other.to) }];
}

/** The range of undated mentions. */
export const ONLY_UNDATED: Range = { from: UNDATED, to: UNDATED };

export const onlyUndated = (range: Range | null) => range !== null && range.to === UNDATED;

export function within(day: Day, range: Range | null): boolean {
  if (range === null || (day >= range.from && day <= range.to)) return true;
  return range.other !== undefined && within(day, range.other);
}
