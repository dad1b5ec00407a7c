// Who the reader is to the server: by a token in a cookie.

import { base, get, Refused, Unreachable } from "./get";
import type { Session } from "./types";

export const session = () => get<Session>("session");

/** Shows the server a token, which the browser keeps where it is one. */
export async function signIn(token: string): Promise<void> {
  let response: Response;
  try {
    const body = new URLSearchParams({ token });
    response = await fetch(new URL("sign-in", base()), { method: "POST", body, redirect: "manual" });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  // It leads on to the page where the token is one.
  if (response.type !== "opaqueredirect") throw new Refused(response.status, "");
}
