// Differences between two texts, by words.

/** Words in both texts, or only in the older or newer one. */
export interface Piece {
  kind: "same" | "gone" | "new";
  text: string;
}

/** The maximum number of comparisons: above it, everything between the common ends counts as changed. */
const MOST = 4_000_000;

const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

/** The pieces of both texts in order, by a longest common subsequence of words. */
export function diff(older: string, newer: string): Piece[] {
  const [a, b] = [wordsOf(older), wordsOf(newer)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const pieces: Piece[] = [];
  const add = (kind: Piece["kind"], words: readonly string[]) => {
    if (words.length === 0) return;
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += words.join("");
    else pieces.push({ kind, text: words.join("") });
  };
  add("same", a.slice(0, start));
  between(a.slice(start, a.length - end), b.slice(start, b.length - end), add);
  add("same", a.slice(a.length - end));
  return pieces;
}

function between(a: string[], b: string[], add: (kind: Piece["kind"], words: readonly string[]) => void) {
  if (a.length * b.length > MOST) {
    add("gone", a);
    add("new", b);
    return;
  }
  // common[i][j]: how many words the rests of both from i and j on have in common.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add("same", [a[i]]);
      i++;
      j++;
    } else if (j === b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      add("gone", [a[i++]]);
    } else {
      add("new", [b[j++]]);
    }
  }
}

/** How many words around a change are shown. */
const AROUND = 12;

/** Shortens long unchanged parts to the words near a change; null marks an omission. */
export function shortened(pieces: readonly Piece[]): (Piece | null)[] {
  return pieces.flatMap((piece, i): (Piece | null)[] => {
    const words = wordsOf(piece.text);
    if (piece.kind !== "same" || words.length <= 2 * AROUND + 4) return [piece];
    const before = i > 0 ? [{ ...piece, text: words.slice(0, AROUND).join("") }] : [];
    const after = i < pieces.length - 1 ? [{ ...piece, text: words.slice(-AROUND).join("") }] : [];
    return [...before, null, ...after];
  });
}
