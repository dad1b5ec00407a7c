// The sentences that mention a place, or speak of a front: one for each sentence, however often it names it.

import type { Dataset } from "../data/dataset";
import { type FrontGroup, type FrontItem, frontItems } from "../data/fronts";
import { type Day, type Range, within } from "../time/days";
import { align, type Span } from "./align";

export interface Sentence {
  article: number;
  day: Day;
  text: string;
  spans: Span[];
  /** Where the first mention starts in the article. */
  at: number;
  mentions: number;
  role: string;
  confidence: number;
}

/** A place's sentences in a range, newest first; those of one day in the order of the text. */
export function placeSentences(
  data: Dataset,
  row: number,
  range: Range | null,
  passes: (mention: number) => boolean,
): Sentence[] {
  const m = data.mentions;
  const groups = new Map<string, number[]>();
  for (let k = m.from[row]; k < m.from[row + 1]; k++) {
    const i = m.byPlace[k];
    if (!within(m.day[i], range) || !passes(i)) continue;
    const key = `${m.article[i]} ${m.day[i]} ${m.sentence[i]}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return [...groups.values()].map((rows) => {
    const named = rows.map((i) => ({ start: m.start[i], end: m.end[i], phrase: m.phrase[i] }));
    const spans = align(m.sentence[rows[0]], named).filter((s) => s !== null);
    return {
      article: m.article[rows[0]],
      day: m.day[rows[0]],
      text: m.sentence[rows[0]],
      spans: spans.sort((a, b) => a.start - b.start),
      at: Math.min(...named.map((n) => n.start)),
      mentions: rows.length,
      role: m.role[rows[0]],
      confidence: Math.min(...rows.map((i) => m.confidence[i])),
    };
  });
}

/** A front's sentences; one that calls its shape otherwise than most says so. */
export function frontSentences(
  group: FrontGroup,
  range: Range | null,
  passes: (item: FrontItem) => boolean,
): Sentence[] {
  return frontItems(group, range, passes).map((item) => ({
    article: item.article,
    day: item.day,
    text: item.sentence,
    spans: align(item.sentence, [item]).filter((s) => s !== null),
    at: item.start,
    mentions: 1,
    role: item.kind === group.kind ? "" : `front ${item.kind}`,
    confidence: item.confidence,
  }));
}
