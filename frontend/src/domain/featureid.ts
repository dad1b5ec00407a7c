/** The start of a feature in its article, in code points. Its id consists of the article's, start and end, and ~2 if another
 * has the same. 0 for any other id. */
export const startIn = (id: string) => Number(/-(\d+)-\d+(?:~\d+)?$/.exec(id)?.[1] ?? 0);
