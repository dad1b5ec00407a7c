// Messages: texts with {names} in them, and for counts one text for each plural form of the
// language.

type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type Message = string | Plural;
export type Values = Record<string, string | number>;

// First strong isolate and its end: a name in the other script keeps its direction within a
// sentence.
const ISOLATE = "\u2068";
const END = "\u2069";

export interface Speech {
  plurals: Intl.PluralRules;
  number: (n: number) => string;
  rtl: boolean;
}

/** Fills a message's placeholders. The plural form is that of the value `n`; numbers are formatted in the language. */
export function fill(message: Message, values: Values, speech: Speech): string {
  const text = typeof message === "string" ? message : (message[form(message, values, speech)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value === "number") return speech.number(value);
    return foreign(value, speech.rtl) ? `${ISOLATE}${value}${END}` : value;
  });
}

function form(message: Plural, values: Values, speech: Speech): Intl.LDMLPluralRule {
  const n = values.n;
  if (typeof n !== "number") return "other";
  if (n === 0 && message.zero !== undefined) return "zero";
  return speech.plurals.select(n);
}

const foreign = (text: string, rtl: boolean) =>
  (rtl ? /\p{Script=Latin}/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u).test(text);
