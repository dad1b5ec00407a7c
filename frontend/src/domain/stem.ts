// What the forms of a word have in common, as the server finds it: of English words by Porter's rules, of Arabic ones by
// those of the light stemmer of Larkey, Ballesteros and Connell (light10). Words are folded.

import { stemmer } from "@orama/stemmers/english";

/** The shortest stem that tells words apart. */
const least = 3;

const cut = (word: string, affix: RegExp) => {
  const rest = word.replace(affix, "");
  return rest.length >= least ? rest : word;
};

/** The endings of Arabic nouns, each of which is taken off once, in this order. */
const endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"].map((ending) => new RegExp(`${ending}$`, "u"));

const arabic = (word: string) => endings.reduce(cut, cut(cut(word, /^و/u), /^(ال|بال|كال|فال|لل)/u));

export function stem(word: string): string {
  if (/^[ء-ي]+$/u.test(word)) return arabic(word);
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}
