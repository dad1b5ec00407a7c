import { get } from "./get";
import { sendJSON } from "./send";

/** What the archive follows, and how that fares. Times are null for never. */
export interface Source {
  address: string;
  name?: string;
  kind?: string;
  /** "well", "new", "failing" or "paused". */
  state: string;
  next: string | null;
  found: string | null;
  articles: number;
  /** Pages that were given and link it: it is followed in their place. */
  pages?: string[];
  error?: string;
}

export const sources = async (): Promise<Source[]> => (await get<{ sources: Source[] }>("sources")).sources;

export const follow = (address: string) => sendJSON<{ address: string; added?: boolean }>("sources", { address });

export const pause = (address: string, paused: boolean) => sendJSON("sources/pause", { address, paused });

export const forget = (address: string) => sendJSON("sources/remove", { address });
