import { send, sendJSON } from "./send";

/** A correction as it is asked for: of a feature, by its id. What is not given stays. */
export interface CorrectionRequest {
  feature: string;
  of: "mention" | "front" | "event";
  everywhere?: "article" | "source" | "archive";
  place_id?: string;
  /** Longitude and latitude. */
  point?: [number, number];
  not_a_place?: boolean;
  kind?: string;
  no_event?: boolean;
  type?: string;
  status?: string;
  date?: string;
  why?: string;
}

export const correct = (asked: CorrectionRequest) => sendJSON<{ corrections: string[] }>("corrections", asked);

/** Takes a correction back. */
export async function retract(id: string): Promise<void> {
  await send(`corrections/${encodeURIComponent(id)}`, { method: "DELETE" });
}
