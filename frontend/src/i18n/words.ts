// Names of the server's terms in the interface's language; unknown ones are shown as they are.

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

/** An outlet; "none known" if there is only a file. */
export const sourceName = (source: string) => (source && !isFile(source) ? source : t("noSource"));

export const precisionWord = (code: number) => word("precision", precisions[code]);
export const confidenceText = (value: number) => word("confidence", confidenceWord(value));

export const frontKind = (kind: string) =>
  word("kind", kind === "line of contact" ? "contact" : kind, kind || t("kind_other"));

/** The role of a mention; a front's kind is written "front pocket". */
export const roleText = (role: string) => (role.startsWith("front ") ? frontKind(role.slice(6)) : word("role", role));

/** The confidence level, and how often it is right. */
export const confidenceLong = (value: number) => word("sure", confidenceWord(value));

// The reasons that the server gives; unknown ones are shown as they are.
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
  // A cue in the other language is omitted.
  if (called) return lang.value === languageOf(called[1]) ? t("reason_called", { word: called[1] }) : t("reason_cue");
  return word("reason", reasons[reason] ?? "", reason);
}

/** The class of a GeoNames code (P.PPL, S.AIRB): a town, a building, a hill. */
export const kindText = (kind: string) => word("class", kind[0] ?? "", kind);

/** The name of a facet's value. */
export function facetWord(facet: Facet, value: string): string {
  if (facet === "kind")
    return value === "front" ? t("mapArticles") : value === "?" ? t("markNowhere") : kindText(value);
  return value ? word(facet, value) : t("markNowhere");
}

/** "Saraqib + 15 km". */
export const nearText = ({ name, lat, lon, km }: Near) =>
  t("nearText", { name: name || `${lat.toFixed(2)}, ${lon.toFixed(2)}`, km });
