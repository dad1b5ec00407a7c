// Whether something has come in: the server tells, or is asked.

import { base, get, Refused, Unreachable } from "./get";
import { below } from "./items";
import type { Landing, ViewEvent } from "./types";

/** The version of what the server has read: another one when something has come in. */
export async function etag(): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL("collections", base()), { method: "HEAD", cache: "no-store" });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (!response.ok) throw new Refused(response.status, response.statusText);
  return response.headers.get("etag") ?? "";
}

/** Where the server sends events from, null where it does not. */
export async function eventsAddress(): Promise<string | null> {
  try {
    const { links } = await get<Landing>("?f=json");
    const href = links.find((link) => link.rel === "events")?.href;
    const path = href ? below(href, base(), "events") : null;
    return path === null ? null : new URL(path, base()).href;
  } catch {
    return null;
  }
}

export interface Handlers {
  onView: (event: ViewEvent) => void;
  onReachable: (is: boolean) => void;
  /** No event will come any more. */
  onClosed: () => void;
}

/** Listens to the events until the function that is returned is called. */
export function listen(address: string, { onView, onReachable, onClosed }: Handlers): () => void {
  const source = new EventSource(address);
  let failures = 0; // a connection that breaks off comes back by itself
  source.addEventListener("open", () => {
    failures = 0;
    onReachable(true);
  });
  source.addEventListener("view", (event) => onView(JSON.parse((event as MessageEvent<string>).data) as ViewEvent));
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) onClosed();
    else if (++failures > 1) onReachable(false);
  });
  return () => source.close();
}
