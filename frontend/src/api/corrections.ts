import { send, sendJSON } from "./send";
import type { CorrectionRequest, CorrectionsMade } from "./types";

export const correct = (asked: CorrectionRequest) => sendJSON<CorrectionsMade>("corrections", asked);

/** Takes a correction back. */
export async function retract(id: string): Promise<void> {
  await send(`corrections/${encodeURIComponent(id)}`, { method: "DELETE" });
}
