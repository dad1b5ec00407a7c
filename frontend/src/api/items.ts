// Collections, page by page.

import { base, get } from "./get";
import type { Collections, Page } from "./types";

const LIMIT = 10_000;

export type Progress = (have: number, of: number) => void;

/** Reads all items of a collection, following `next` links to their end. */
export async function items<N extends keyof Collections>(
  name: N,
  query: Record<string, string> = {},
  progress?: Progress,
  signal?: AbortSignal,
): Promise<Collections[N][]> {
  const all: Collections[N][] = [];
  let path: string | null = `collections/${name}/items?${new URLSearchParams({ ...query, limit: String(LIMIT) })}`;
  const seen = new Set<string>();
  while (path && !seen.has(path)) {
    seen.add(path);
    const page: Page<Collections[N]> = await get(path, signal);
    for (const feature of page.features ?? []) all.push(feature);
    progress?.(all.length, Math.max(page.numberMatched ?? 0, all.length));
    path = page.features?.length ? nextPath(page, base()) : null;
  }
  return all;
}

/** The path of the page's `next` link below root: behind a proxy the server may not know its own public address. */
export function nextPath(page: Pick<Page<unknown>, "links">, root: URL): string | null {
  const href = page.links?.find((link) => link.rel === "next")?.href;
  if (!href) return null;
  const { pathname, search } = new URL(href, root);
  const at = pathname.indexOf("collections/");
  return at < 0 ? null : pathname.slice(at) + search;
}
