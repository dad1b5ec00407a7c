// Names for the server's words, in the interface's language; a word that it does not know is shown as it is.

import type { Facet } from "../domain/filters";
import { languageOf } from "../domain/names";
import type { Near } from "../domain/near";
import { isFile } from "../domain/outlet";
import { confidenceWord, precisions } from "../domain/precision";
import { type Key, lang, t } from ".";
import { en } from "./en";

const known = (key: string): key is Key => key in en;

function word(prefix: string, value: string, fallback = value): string {
  const key = `${prefix}_${value}`;
  return known(key) ? t(key) : fallback;
}

/** An outlet; that none is known, where there is only a file. */
export const sourceName = (source: string) => (source && !isFile(source) ? source : t("noSource"));

export const precisionWord = (code: number) => word("precision", precisions[code]);
export const confidenceText = (value: number) => word("confidence", confidenceWord(value));

export const frontKind = (kind: string) =>
  word("kind", kind === "line of contact" ? "contact" : kind, kind || t("kind_other"));

/** The part a mention plays; a front's kind is written "front pocket". */
export const roleText = (role: string) => (role.startsWith("front ") ? frontKind(role.slice(6)) : word("role", role));

/** How sure, and how often that is right. */
export const confidenceLong = (value: number) => word("sure", confidenceWord(value));

// What the server gives as reasons; others are shown as they are.
const reasons: Record<string, string> = {
  "no place of this name is known": "none",
  "too uncertain to choose": "doubt",
  "a people or their adjective": "people",
  "the name itself": "name",
  "the only place so called": "only",
  "named with what it lies in": "within",
  "near the other places of the text": "near",
  "in a country the text speaks of": "country",
  "well known": "known",
};

export function reasonText(reason: string): string {
  const sounds = /^sounds like (.+)$/.exec(reason);
  if (sounds) return t("reason_sounds", { name: sounds[1] });
  const called = /^called an? (.+)$/.exec(reason);
  // A cue of the other language says nothing to the reader.
  if (called) return lang.value === languageOf(called[1]) ? t("reason_called", { word: called[1] }) : t("reason_cue");
  return word("reason", reasons[reason] ?? "", reason);
}

/** The class of a GeoNames code (P.PPL, S.AIRB): a town, a building, a hill. */
export const kindText = (kind: string) => word("class", kind[0] ?? "", kind);

/** A value of a facet: what the server calls it, in words. */
export function facetWord(facet: Facet, value: string): string {
  if (facet === "kind")
    return value === "front" ? t("mapArticles") : value === "?" ? t("markNowhere") : kindText(value);
  return value ? word(facet, value) : t("markNowhere");
}

/** "Saraqib + 15 km". */
export const nearText = ({ name, lat, lon, km }: Near) =>
  t("nearText", { name: name || `${lat.toFixed(2)}, ${lon.toFixed(2)}`, km });
