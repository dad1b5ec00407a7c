// Notifications of new data: by server-sent events, or by polling.

import { base, get, Refused, Unreachable } from "./get";
import { below } from "./items";
import type { Landing, ViewEvent } from "./types";

/** The version of the server's data: it changes with the data. */
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

/** The address of the server's events, null if it has none. */
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
  /** There will be no more events. */
  onClosed: () => void;
}

/** Listens to the events until the returned function is called. */
export function listen(address: string, { onView, onReachable, onClosed }: Handlers): () => void {
  const source = new EventSource(address);
  let failures = 0; // a broken connection reconnects by itself
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
