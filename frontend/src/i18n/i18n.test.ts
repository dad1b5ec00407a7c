import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseDay } from "../domain/days";
import type { Lang } from "../domain/lang";
import { ar } from "./ar";
import { edit as editAr } from "./ar/edit";
import { events as eventsAr } from "./ar/events";
import { en } from "./en";
import { edit } from "./en/edit";
import { events } from "./en/events";
import { formatDate, type Key, lang, speak, t } from "./index";
import type { Message } from "./message";

type AnyKey = Key | keyof typeof edit | keyof typeof events;
const dictionaries: Record<Lang, Record<AnyKey, Message>> = {
  en: { ...en, ...edit, ...events },
  ar: { ...ar, ...editAr, ...eventsAr },
};
const keys = Object.keys(dictionaries.en) as AnyKey[];
const texts = (m: Message) => (typeof m === "string" ? [m] : Object.values(m));
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

afterEach(() => {
  lang.value = "en";
});

describe("the dictionaries", () => {
  it("hold nothing that the page does not say", () => {
    const files = import.meta.glob("../**/*.ts", { query: "?raw", import: "default", eager: true }) as Record<
      string,
      string
    >;
    const source = Object.entries(files)
      .filter(([name]) => !name.includes("/i18n/") && !name.endsWith(".test.ts"))
      .map(([, text]) => text)
      .join("\n");
    const made =
      /^(timeUnit|timeWhole|timeWholeHint|divisionsCSV|period|precision|confidence|role|kind|class|reason|sure|event|status|state|stack|family)_/; // put together from the server's words
    for (const key of keys.filter((k) => !made.test(k))) expect(source, key).toContain(`"${key}"`);
  });

  it("say nothing twice", () => {
    const all = [en, edit, events].flatMap((part) => Object.keys(part));
    expect(new Set(all).size).toBe(all.length);
  });

  it("have the same keys, none of them empty", () => {
    for (const d of Object.values(dictionaries)) {
      expect(Object.keys(d).sort()).toEqual([...keys].sort());
      for (const key of keys) for (const text of texts(d[key])) expect(text.trim(), key).not.toBe("");
    }
  });

  it.each(keys)("%s takes the same values in both", (key) => {
    const wanted = new Set(texts(dictionaries.en[key]).flatMap(names));
    for (const text of texts(dictionaries.ar[key])) {
      for (const name of names(text)) expect(wanted, text).toContain(name);
    }
    // Every value stands in the general form; the forms for one and two may say it in words.
    expect(names(texts(dictionaries.ar[key]).at(-1)!)).toEqual(names(texts(dictionaries.en[key]).at(-1)!));
  });

  it("count in every form that the language has", () => {
    for (const [l, d] of Object.entries(dictionaries)) {
      const forms = new Intl.PluralRules(l).resolvedOptions().pluralCategories;
      for (const key of keys) {
        const message = d[key];
        if (typeof message !== "string") expect(Object.keys(message).sort(), `${l} ${key}`).toEqual([...forms].sort());
      }
    }
  });

  it("are in their own script", () => {
    const same: AnyKey[] = ["attribution", "otherLanguage"];
    const wordy = (k: AnyKey) => texts(dictionaries.en[k]).some((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, "")));
    for (const key of keys.filter((k) => !same.includes(k) && wordy(k))) {
      for (const text of texts(dictionaries.ar[key])) expect(text, key).toMatch(/\p{Script=Arabic}/u);
      for (const text of texts(dictionaries.en[key])) expect(text, key).not.toMatch(/\p{Script=Arabic}/u);
    }
  });
});

describe("speaking", () => {
  beforeAll(() => speak("ar"));

  const say = (l: Lang, key: Key, n: number) => {
    lang.value = l;
    return t(key, { n });
  };

  it("counts", () => {
    expect(say("en", "nPlaces", 1)).toBe("1 place");
    expect(say("en", "nPlaces", 1234)).toBe("1,234 places");
    expect(say("ar", "nPlaces", 2)).toBe("مكانان");
    expect(say("ar", "nPlaces", 3)).toBe("3 أماكن");
    expect(say("ar", "nPlaces", 11)).toBe("11 مكانًا");
    expect(say("ar", "nPlaces", 100)).toBe("100 مكان");
  });

  it("keeps names in their own direction", () => {
    expect(t("filterWords", { words: "حماة" })).toBe("Text: “\u2068حماة\u2069”");
  });

  it("writes dates", () => {
    const day = parseDay("2019-08-22");
    expect(formatDate(day, "long")).toBe("22 August 2019");
    lang.value = "ar";
    expect(formatDate(day, "long")).toBe("22 آب 2019");
  });
});
