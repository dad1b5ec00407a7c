/** Where in its article a feature begins, in code points: its id is the article's, start and end, and ~2 where another has the
 * same. 0 for any other id. */
export const startIn = (id: string) => Number(/-(\d+)-\d+(?:~\d+)?$/.exec(id)?.[1] ?? 0);
