// Where the words that were searched for stand in a text: whole words, as the server finds them.

import { fold } from "./fold";

/** A stretch of a text, in code points. */
export interface Span {
  start: number;
  end: number;
}

/** Whether a folded word is one that is searched for. */
export type Term = (word: string) => boolean;

/** The words of a search: each finds the words that hold it and, where stems are known and it is not in quotation marks, those
 * that have its stem. */
export const searchTerms = (search: string, stem: ((word: string) => string) | null = null): Term[] =>
  search.split(/["“”„«»]/u).flatMap((part, i) =>
    fold(part)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((wanted) => {
        const common = i % 2 === 0 && stem ? stem(wanted) : "";
        return (word: string) => word.includes(wanted) || (common.length > 2 && stem?.(word) === common);
      }),
  );

/** The words of a text, folded, each with where it stands. */
function* wordsOf(text: string): Generator<Span & { word: string }> {
  let at = 0;
  let open: (Span & { word: string }) | null = null;
  for (const point of text) {
    const folded = fold(point);
    const silent = folded === "" && /[\p{M}\p{Cf}ـ'‘’ʻʼ`´]/u.test(point);
    if (/[\p{L}\p{N}]/u.test(folded) || (silent && open)) {
      open ??= { word: "", start: at, end: at };
      open.word += folded;
      open.end = at + 1;
    } else if (open) {
      yield open;
      open = null;
    }
    at++;
  }
  if (open) yield open;
}

/** The words of a text that are searched for, in order. */
export function hitsIn(text: string, terms: readonly Term[]): Span[] {
  if (terms.length === 0) return [];
  const out: Span[] = [];
  for (const { word, start, end } of wordsOf(text)) if (terms.some((isHit) => isHit(word))) out.push({ start, end });
  return out;
}

/** The part of a text around its first hit, with so many code points at most: cut between words, with a sign where it was cut. */
export function snippet(text: string, terms: readonly Term[], most = 170): string {
  const points = Array.from(text);
  if (points.length <= most) return text;
  const first = hitsIn(text, terms)[0]?.start ?? 0;
  const space = (i: number) => /\s/u.test(points[i]);
  let from = Math.max(0, Math.min(first - Math.floor(most / 3), points.length - most));
  while (from > 0 && from < first && !space(from - 1)) from++;
  let to = Math.min(points.length, from + most);
  while (to < points.length && to > first && !space(to)) to--;
  return `${from > 0 ? "… " : ""}${points.slice(from, to).join("").trim()}${to < points.length ? " …" : ""}`;
}
