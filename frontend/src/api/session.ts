// The reader's session: a token in a cookie.

import { base, get, Refused, Unreachable } from "./get";
import type { Session } from "./types";

export const session = () => get<Session>("session");

/** Signs in with a token, which the browser keeps if it is valid. */
export async function signIn(token: string): Promise<void> {
  let response: Response;
  try {
    const body = new URLSearchParams({ token });
    response = await fetch(new URL("sign-in", base()), { method: "POST", body, redirect: "manual" });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  // A valid token redirects to the page.
  if (response.type !== "opaqueredirect") throw new Refused(response.status, "");
}
