// Cuts a text into pieces, so that spans that overlap can be marked without nesting.

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
}

/** Pieces of start..end, in order and without gaps; each lies wholly inside or outside of every span. */
export function segments<M extends Marked, F extends Marked>(
  start: number,
  end: number,
  mentions: readonly M[],
  fronts: readonly F[],
): Segment<M, F>[] {
  const inside = (s: Marked) => s.start < end && s.end > start && s.end > s.start;
  const ms = mentions.filter(inside);
  const fs = fronts.filter(inside);
  const cuts = new Set([start, end]);
  for (const s of [...ms, ...fs]) {
    cuts.add(Math.max(start, s.start));
    cuts.add(Math.min(end, s.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const out: Segment<M, F>[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1], sorted[i]];
    out.push({ start: a, end: b, mention: innermost(ms, a, b), front: innermost(fs, a, b) });
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
  /** Navigation, dates, bylines, repetitions: shown, but set apart from what is told. */
  aside: boolean;
}

/**
 * The paragraphs of a text, as code point spans: runs of lines without an empty line between. Lines that stand
 * aside are paragraphs of their own.
 */
export function paragraphs(text: string, asides: readonly [number, number][] = []): Paragraph[] {
  const out: Paragraph[] = [];
  let at = 0;
  let open: Paragraph | null = null;
  for (const line of text.split("\n")) {
    const end = at + Array.from(line).length;
    const start = at;
    const aside = asides.some(([from, to]) => from < end && to > start);
    if (line.trim() === "") {
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
