// Text as searches compare it: lower case, without marks, Arabic letter variants unified; as the server folds it.

export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}ـ]/gu, "")
    .replace(/[أإآ]/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي")
    .replace(/['‘’ʻʼ`´]/g, "")
    .replace(/[-–\s]+/g, " ")
    .toLowerCase()
    .trim();
}

/** How well a folded name fits a folded search: 2 from its start, 1 from a word's start, 0 not at all. */
export function fits(name: string, search: string): 0 | 1 | 2 {
  if (name.startsWith(search)) return 2;
  return name.includes(` ${search}`) ? 1 : 0;
}
