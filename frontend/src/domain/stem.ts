// Stems of folded words, as on the server: English by Porter's stemmer, Arabic by the light stemmer of Larkey, Ballesteros
// and Connell (light10).

import { stemmer } from "@orama/stemmers/english";

/** The shortest stem that tells words apart. */
const least = 3;

const cut = (word: string, affix: RegExp) => {
  const rest = word.replace(affix, "");
  return rest.length >= least ? rest : word;
};

/** The suffixes of Arabic nouns, each removed once, in this order. */
const endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"].map((ending) => new RegExp(`${ending}$`, "u"));

const arabic = (word: string) => endings.reduce(cut, cut(cut(word, /^و/u), /^(ال|بال|كال|فال|لل)/u));

export function stem(word: string): string {
  if (/^[ء-ي]+$/u.test(word)) return arabic(word);
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}
