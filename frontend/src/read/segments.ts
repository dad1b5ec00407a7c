// Splits a text into pieces, so that overlapping spans can be marked without nesting.

export interface Marked {
  start: number;
  end: number;
}

export interface Segment<M, F> {
  start: number;
  end: number;
  /** The innermost mention that covers the piece. */
  mention: M | null;
  /** The innermost front that covers it. */
  front: F | null;
  /** Whether it matches the search. */
  hit: boolean;
}

/** Pieces of start..end, in order and without gaps; each is entirely inside or outside every span. */
export function segments<M extends Marked, F extends Marked>(
  start: number,
  end: number,
  mentions: readonly M[],
  fronts: readonly F[],
  hits: readonly Marked[] = [],
): Segment<M, F>[] {
  const inside = (s: Marked) => s.start < end && s.end > start && s.end > s.start;
  const ms = mentions.filter(inside);
  const fs = fronts.filter(inside);
  const hs = hits.filter(inside);
  const cuts = new Set([start, end]);
  for (const s of [...ms, ...fs, ...hs]) {
    cuts.add(Math.max(start, s.start));
    cuts.add(Math.min(end, s.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const out: Segment<M, F>[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1], sorted[i]];
    out.push({
      start: a,
      end: b,
      mention: innermost(ms, a, b),
      front: innermost(fs, a, b),
      hit: innermost(hs, a, b) !== null,
    });
  }
  return out;
}

function innermost<S extends Marked>(spans: readonly S[], a: number, b: number): S | null {
  let best: S | null = null;
  for (const s of spans) {
    if (s.start <= a && s.end >= b && (!best || s.end - s.start < best.end - best.start)) best = s;
  }
  return best;
}

export interface Paragraph extends Marked {
  /** Navigation, dates, bylines, repetitions: shown, but set apart. */
  aside: boolean;
}

/** A text normalised for comparison: white space becomes one space, invisible characters are removed. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();

/** The span of the text's first lines if they are its title, else null. */
export function titleIn(text: string, title: string): Marked | null {
  const wanted = plain(title);
  const first = /\S/u.exec(text)?.index;
  if (!wanted || first === undefined) return null;
  for (let end = text.indexOf("\n", first); ; end = text.indexOf("\n", end + 1)) {
    const head = plain(text.slice(0, end < 0 ? text.length : end));
    if (head === wanted)
      return { start: length(text.slice(0, first)), end: length(end < 0 ? text : text.slice(0, end)) };
    if (end < 0 || !wanted.startsWith(head)) return null;
  }
}

/** In code points. */
const length = (text: string) => Array.from(text).length;

/**
 * The paragraphs of a text from an offset on, as code point spans: lines up to an empty line.
 * Asides are paragraphs of their own.
 */
export function paragraphs(text: string, asides: readonly [number, number][] = [], from = 0): Paragraph[] {
  const out: Paragraph[] = [];
  let at = 0;
  let open: Paragraph | null = null;
  for (const line of text.split("\n")) {
    const end = at + length(line);
    const start = at;
    const aside = asides.some(([from, to]) => from < end && to > start);
    if (line.trim() === "" || end <= from) {
      open = null;
    } else if (open && open.aside === aside) {
      open.end = end;
    } else {
      open = { start, end, aside };
      out.push(open);
    }
    at = end + 1;
  }
  return out;
}
