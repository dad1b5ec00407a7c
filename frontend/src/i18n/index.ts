// The interface's language: texts, numbers and dates. Reading any of these inside an effect
// makes it run again when the language changes.

import { computed, signal } from "@preact/signals-core";
import { type Day, dateOf } from "../domain/days";
import type { Lang } from "../domain/lang";
import { en, type Key } from "./en";
import { fill, type Message, type Speech, type Values } from "./message";

export type { Key };

export const lang = signal<Lang>("en");

/** Loads the texts of a language; those of English are built in. */
const loaders: Record<Exclude<Lang, "en">, () => Promise<Record<Key, Message>>> = {
  ar: async () => (await import("./ar")).ar,
};

/** The texts loaded. */
const dictionaries: Partial<Record<Lang, Record<Key, Message>>> & { en: Record<Key, Message> } = { en };

let wanted: Lang = "en";

/**
 * Switches the language once its texts are loaded; of several requests, the last wins. If
 * loading fails the language stays.
 */
export async function speak(l: Lang) {
  wanted = l;
  if (l !== "en" && !dictionaries[l]) {
    try {
      dictionaries[l] = await loaders[l]();
    } catch {
      return;
    }
  }
  if (wanted === l) lang.value = l;
}

export const direction = computed(() => directionOf(lang.value));

/** The text direction of a language code; by default the page's own. */
export function directionOf(code: string): "rtl" | "ltr" {
  if (!code) return direction.value;
  return /^(ar|he|fa|ur|ku-arab|ckb|ps|sd|ug|yi)\b/i.test(code) ? "rtl" : "ltr";
}

// Months as they are called in Syria; digits as in most of the Arabic press.
const locales: Record<Lang, string> = { en: "en-GB", ar: "ar-SY-u-nu-latn" };

const speech = computed(() => {
  const locale = locales[lang.value];
  const number = new Intl.NumberFormat(locale);
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return {
    locale,
    rtl: direction.value === "rtl",
    plurals: new Intl.PluralRules(locale),
    number: (n: number) => number.format(n),
    compact: new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 }),
    long: date({ day: "numeric", month: "long", year: "numeric" }),
    short: date({ day: "numeric", month: "short", year: "numeric" }),
    month: date({ month: "short" }),
    dayMonth: date({ day: "numeric", month: "short" }),
    monthYear: date({ month: "long", year: "numeric" }),
    year: date({ year: "numeric" }),
    time: new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }),
    regions: new Intl.DisplayNames(locale, { type: "region", fallback: "none" }),
    languages: new Intl.DisplayNames(locale, { type: "language" }),
  };
});

export const t = (key: Key, values: Values = {}): string => say((dictionaries[lang.value] ?? en)[key], values);

/** As `t`, for texts of a part of the page that is loaded on demand. */
export const wordsOf =
  <K extends string>(words: Record<Lang, Record<K, Message>>) =>
  (key: K, values: Values = {}): string =>
    say(words[lang.value][key], values);

const say = (message: Message, values: Values): string => fill(message, values, speech.value satisfies Speech);

/** Two days as a span, with common parts written once. */
export const formatSpan = (from: Day, to: Day) => speech.value.short.formatRange(dateOf(from), dateOf(to));

export const formatNumber = (n: number) => speech.value.number(n);

/** A short number: in full up to 9,999, else "50K". */
export const formatShort = (n: number) => (n < 10_000 ? formatNumber(n) : speech.value.compact.format(n));

type DateStyle = "long" | "short" | "month" | "dayMonth" | "monthYear" | "year";

export const formatDate = (day: Day, style: DateStyle = "short") => speech.value[style].format(dateOf(day));

/** A time in the reader's zone. */
export const formatTime = (instant: string) => speech.value.time.format(new Date(instant));

/** The name of a country by its two-letter code, in the interface's language. */
export function countryName(code: string): string | undefined {
  try {
    return speech.value.regions.of(code);
  } catch {
    return undefined;
  }
}

/** The name of a language by its code. */
export function languageName(code: string): string | undefined {
  try {
    return speech.value.languages.of(code);
  } catch {
    return undefined;
  }
}
