// The reader's rights, requested from the server when first needed.

import { signal } from "@preact/signals-core";
import { Refused } from "../api/get";
import { session as ask, signIn } from "../api/session";
import type { Right, Session } from "../api/types";

export const session = signal<Session | null>(null);
/** The token in the input field. */
export const token = signal("");

let asked = false;

/** Requests the session, once. */
export function wantSession() {
  if (asked) return;
  asked = true;
  void refresh().catch(() => {
    asked = false;
  });
}

async function refresh(): Promise<Session> {
  session.value = await ask();
  return session.value;
}

export const may = (right: Right) => session.value?.rights.includes(right) ?? false;

/** The reader lacks the right: no token was entered, it is invalid, or it lacks the right. */
class NotAllowed extends Error {}

/** Ensures a right, signing in with the entered token if needed. */
export async function demand(right: Right): Promise<void> {
  if (may(right)) return;
  const typed = token.peek().trim();
  if (!typed) throw new NotAllowed("tokenMissing");
  try {
    await signIn(typed);
  } catch (error) {
    if (error instanceof Refused) throw new NotAllowed("tokenWrong");
    throw error;
  }
  await refresh();
  if (!may(right)) throw new NotAllowed("tokenWeak");
  token.value = "";
}
