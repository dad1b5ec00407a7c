// Requests that change something on the server. The reader's token is in a cookie that scripts
// can't read.

import { base, JSON_TYPE, refusal, Unreachable } from "./get";

export interface Sent {
  method?: "POST" | "DELETE";
  body?: BodyInit;
  type?: string;
  accept?: string;
}

/** Sends a request, and returns a successful response. */
export async function send(path: string, { method = "POST", body, type, accept = JSON_TYPE }: Sent): Promise<Response> {
  const headers: Record<string, string> = { accept };
  if (type) headers["content-type"] = type;
  let response: Response;
  try {
    response = await fetch(new URL(path, base()), { method, headers, ...(body === undefined ? {} : { body }) });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

/** Sends JSON and returns the JSON response. */
export async function sendJSON<T>(path: string, body: object): Promise<T> {
  return (await send(path, { body: JSON.stringify(body), type: JSON_TYPE })).json() as Promise<T>;
}
