// Aligns sentences with the article: a mention's feature has its sentence as text and its offset
// in the article, but not the sentence's offset. Mentions sharing a sentence determine it: it
// starts where all their names match.

import type { Span } from "../domain/hits";
import { CodePoints } from "./points";

export interface Named {
  start: number;
  end: number;
  phrase: string;
}

/**
 * The offsets of the mentions in their common sentence, in code points, in the same order; null
 * for a name that is not in it.
 */
export function align(sentence: string, mentions: readonly Named[]): (Span | null)[] {
  const points = new CodePoints(sentence);
  let best = 0;
  let most = 0;
  for (const offset of candidates(points, mentions)) {
    const n = mentions.filter(
      (m) => points.slice(m.start - offset, m.end - offset) === m.phrase && m.start >= offset,
    ).length;
    if (n > most) [best, most] = [offset, n];
    if (n === mentions.length) break;
  }
  return mentions.map((m) => {
    const start = m.start - best;
    const fits = most > 0 && start >= 0 && points.slice(start, m.end - best) === m.phrase;
    return fits ? { start, end: m.end - best } : null;
  });
}

/** Every start of the sentence at which the first mention with a matching name would be at its offset. */
function* candidates(points: CodePoints, mentions: readonly Named[]): Generator<number> {
  for (const m of mentions) {
    if (!m.phrase) continue;
    let unit = points.text.indexOf(m.phrase);
    while (unit >= 0) {
      yield m.start - Array.from(points.text.slice(0, unit)).length;
      unit = points.text.indexOf(m.phrase, unit + 1);
    }
  }
}
