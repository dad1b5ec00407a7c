import { get } from "./get";
import { sendJSON } from "./send";
import type { Source, SourceChanged, Sources } from "./types";

export const sources = async (): Promise<Source[]> => (await get<Sources>("sources")).sources;

export const follow = (address: string) => sendJSON<SourceChanged>("sources", { address });

export const pause = (address: string, paused: boolean) =>
  sendJSON<SourceChanged>("sources/pause", { address, paused });

export const forget = (address: string) => sendJSON<SourceChanged>("sources/remove", { address });
