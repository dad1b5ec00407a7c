// Collections, page by page.

import { base, GEOJSON_TYPE, get } from "./get";
import type { Collections, Page } from "./types";

const LIMIT = 10_000;

export type Progress = (have: number, of: number) => void;

const address = (name: string, query: Record<string, string>) =>
  `collections/${name}/items?${new URLSearchParams(query)}`;

/** Reads all items of a collection, following `next` links. */
export async function items<N extends keyof Collections>(
  name: N,
  query: Record<string, string> = {},
  progress?: Progress,
  signal?: AbortSignal,
): Promise<Collections[N][]> {
  const all: Collections[N][] = [];
  let path: string | null = address(name, { ...query, limit: String(LIMIT) });
  const seen = new Set<string>();
  while (path && !seen.has(path)) {
    seen.add(path);
    const page: Page<Collections[N]> = await get(path, signal, GEOJSON_TYPE);
    for (const feature of page.features) all.push(feature);
    progress?.(all.length, Math.max(page.numberMatched, all.length));
    path = nextPath(page, base()); // also of an empty page: a large database may need several requests to find something
  }
  return all;
}

/** The number of items of a collection that a query selects. */
export async function count(name: keyof Collections, query: Record<string, string>, stop?: AbortSignal) {
  const page: Page<unknown> = await get(address(name, { ...query, limit: "1" }), stop, GEOJSON_TYPE);
  return page.numberMatched;
}

/** The newest items, and how many older ones there are. */
export async function newest<N extends keyof Collections>(
  name: N,
  most: number,
  stop?: AbortSignal,
  query: Record<string, string> = {},
) {
  const path = address(name, { ...query, limit: String(most), sortby: "-date" });
  const page: Page<Collections[N]> = await get(path, stop, GEOJSON_TYPE);
  return { features: page.features, left: Math.max(0, page.numberMatched - page.features.length) };
}

/** Some properties of the newest items. */
export async function newestValues<N extends keyof Collections, K extends string & keyof Collections[N]["properties"]>(
  name: N,
  properties: readonly K[],
  most: number,
  stop?: AbortSignal,
  query: Record<string, string> = {},
) {
  const path = address(name, { ...query, limit: String(most), sortby: "-date", properties: properties.join(",") });
  type Some = { properties: Pick<Collections[N]["properties"], K> };
  const { features }: Page<Some> = await get(path, stop, GEOJSON_TYPE);
  return features.map((f) => f.properties);
}

/** The path of a page's `next` link relative to root: behind a proxy the server may not know its own public address. */
export function nextPath({ links }: Pick<Page<unknown>, "links">, root: URL): string | null {
  const href = links.find((link) => link.rel === "next")?.href;
  return href ? below(href, root, "collections/") : null;
}

/** The path of a server's address relative to a folder of the root; null if it is elsewhere. */
export function below(href: string, root: URL, folder: string): string | null {
  const { pathname, search } = new URL(href, root);
  const at = pathname.indexOf(folder);
  return at < 0 ? null : pathname.slice(at) + search;
}
