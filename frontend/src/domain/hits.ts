// Finds the search words in a text: whole words, as the server does.

import { fold } from "./fold";

/** A part of a text, in code points. */
export interface Span {
  start: number;
  end: number;
}

/** Whether a folded word matches the search. */
export type Term = (word: string) => boolean;

/** The words of a search. Each matches words that contain it and, unless quoted, words with the same stem, if stems are
 * loaded. */
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

/** The words of a text, folded, with their positions. */
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

/** The matching words of a text, in order. */
export function hitsIn(text: string, terms: readonly Term[]): Span[] {
  if (terms.length === 0) return [];
  const out: Span[] = [];
  for (const { word, start, end } of wordsOf(text)) if (terms.some((isHit) => isHit(word))) out.push({ start, end });
  return out;
}

/** The part of a text around its first hit, of limited length in code points: cut between words, with an ellipsis. */
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
