import { base, Refused, Unreachable } from "./get";

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
