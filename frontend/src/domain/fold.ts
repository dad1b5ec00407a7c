// Folding of text for searches, as on the server: lower case, no marks, Arabic letter variants unified.

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

/** How well a folded name matches a folded search: 2 at its start, 1 at the start of a word, 0 not at all. */
export function fits(name: string, search: string): 0 | 1 | 2 {
  if (name.startsWith(search)) return 2;
  return name.includes(` ${search}`) ? 1 : 0;
}
