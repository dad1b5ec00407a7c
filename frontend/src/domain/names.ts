// The name of a place in the interface's language: the gazetteer's name in that language, else the most frequent
// spelling in articles of that language, else the gazetteer's name.

export type Script = "latin" | "arabic";

export function scriptOf(text: string): Script {
  return /\p{Script=Arabic}/u.test(text) ? "arabic" : "latin";
}

/** The language of a name or a cue, by its script. */
export const languageOf = (text: string) => (scriptOf(text) === "arabic" ? "ar" : "en");

/** Counts the spellings of one place. */
export class Spellings {
  readonly counts = new Map<string, number>();

  add(phrase: string) {
    this.counts.set(phrase, (this.counts.get(phrase) ?? 0) + 1);
  }

  /** Spellings in a script, most frequent first; those only in capitals (from datelines) last. */
  in(script: Script): string[] {
    return [...this.counts]
      .filter(([phrase]) => scriptOf(phrase) === script)
      .sort((a, b) => Number(shouted(a[0])) - Number(shouted(b[0])) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([phrase]) => phrase);
  }

  /** All spellings, most frequent first, without those in capitals that also occur in lower case. */
  all(): string[] {
    const lower = new Set([...this.counts.keys()].filter((p) => !shouted(p)).map((p) => p.toLowerCase()));
    return [...this.counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([phrase]) => phrase)
      .filter((phrase) => !shouted(phrase) || !lower.has(phrase.toLowerCase()));
  }
}

const shouted = (text: string) => text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();
