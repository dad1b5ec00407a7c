// The sentences that mention a place or a front, without repetitions; only the phrase if the
// sentence is unknown.

import type { MentionFeature } from "../api/types";
import type { Dataset } from "../data/dataset";
import { type FrontGroup, type FrontItem, frontItems } from "../data/fronts";
import { type Dating, datingCode, datingOf, told } from "../domain/dating";
import { type DateBy, type Day, parseDay, type Range, within } from "../domain/days";
import type { Span } from "../domain/hits";
import { type Outlet, outlets } from "../domain/outlet";
import { align } from "./align";

/** The sentence's article; language and source "" if unknown. */
export interface Origin {
  article: string;
  source: string;
  lang: string;
}

export interface Sentence extends Origin {
  day: Day;
  dating: Dating;
  text: string;
  spans: Span[];
  /** The offset of its first mention in the article. */
  at: number;
  mentions: number;
  role: string;
  confidence: number;
}

interface Named extends Origin {
  day: Day;
  dating: Dating;
  sentence: string;
  start: number;
  end: number;
  phrase: string;
  role: string;
  confidence: number;
}

/** A place's sentences in a range, newest first; those of one day in text order. */
export function placeSentences(
  data: Dataset,
  row: number,
  range: Range | null,
  passes: (mention: number) => boolean,
  by: DateBy = "event",
): Sentence[] {
  const m = data.mentions;
  const named: Named[] = [];
  for (let k = m.from[row]; k < m.from[row + 1]; k++) {
    const i = m.byPlace[k];
    if (!within(m.day[i], range) || !passes(i)) continue;
    const a = data.articles[m.article[i]];
    const origin = { article: a?.id ?? "", source: a?.source ?? "", lang: a?.lang ?? "" };
    const said = {
      sentence: m.sentence[i] || m.phrase[i],
      phrase: m.phrase[i],
      role: m.role[i],
      confidence: m.confidence[i],
    };
    const dating = by === "event" ? datingOf(m.dating[i]) : told;
    named.push({ ...origin, ...said, day: m.day[i], dating, start: m.start[i], end: m.end[i] });
  }
  return together(named);
}

/** The sentences of mentions from the server, in their order. */
export const sentencesOf = (mentions: MentionFeature[], by: DateBy): Sentence[] =>
  together(
    mentions.map(({ properties: p }) => ({
      ...p,
      sentence: p.sentence ?? p.phrase ?? "",
      phrase: p.phrase ?? "",
      role: p.role ?? "",
      source: p.source ?? "",
      lang: p.language ?? "",
      day: parseDay(by === "event" ? (p.date ?? p.published) : p.published),
      dating: by === "event" ? datingOf(datingCode(p.date_precision, p.date ? p.date_from : "published")) : told,
    })),
  );

/** Groups mentions by sentence. */
function together(all: Named[]): Sentence[] {
  const groups = new Map<string, Named[]>();
  for (const m of all) {
    const key = `${m.article} ${m.day} ${m.sentence}`;
    const group = groups.get(key);
    if (group) group.push(m);
    else groups.set(key, [m]);
  }
  return [...groups.values()].map((group) => {
    const [{ article, source, lang, day, dating, sentence, role }] = group;
    const spans = align(sentence, group).filter((s) => s !== null);
    return {
      article,
      source,
      lang,
      day,
      dating,
      text: sentence,
      spans: spans.sort((a, b) => a.start - b.start),
      at: Math.min(...group.map((m) => m.start)),
      mentions: group.length,
      role,
      confidence: Math.min(...group.map((m) => m.confidence)),
    };
  });
}

/** A front's sentences, with their phrase if it differs from the usual one. */
export function frontSentences(
  group: FrontGroup,
  range: Range | null,
  passes: (item: FrontItem) => boolean,
  by: DateBy = "event",
): Sentence[] {
  return frontItems(group, range, passes).map((item) => frontSentence(group, item, by));
}

function frontSentence(group: FrontGroup, item: FrontItem, by: DateBy): Sentence {
  const text = item.sentence || item.phrase;
  return {
    article: item.article,
    source: item.source,
    lang: item.lang,
    day: item.day,
    dating: by === "event" ? datingOf(item.dating) : told,
    text,
    spans: align(text, [item]).filter((s) => s !== null),
    at: item.start,
    mentions: 1,
    role: item.kind === group.kind ? "" : `front ${item.kind}`,
    confidence: item.confidence,
  };
}

/** Sentences grouped by article: articles in the order of their first sentence, sentences in text order. */
export function byArticle(sentences: readonly Sentence[]): Sentence[] {
  const groups = new Map<string, Sentence[]>();
  for (const s of sentences) {
    const group = groups.get(s.article);
    if (group) group.push(s);
    else groups.set(s.article, [s]);
  }
  return [...groups.values()].flatMap((group) => group.sort((a, b) => a.at - b.at));
}

/** The number of sentences by outlet, descending. */
export function sourcesOf(sentences: readonly Sentence[]): Outlet[] {
  const counts = new Map<string, number>();
  for (const { source } of sentences) counts.set(source, (counts.get(source) ?? 0) + 1);
  return outlets(counts);
}
