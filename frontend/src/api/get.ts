// All requests to the server, and the two ways in which they fail.

import type { Problem } from "./types";

/** The server could not be reached. */
export class Unreachable extends Error {}

/** The server answered with an error or with something unexpected. */
export class Refused extends Error {
  readonly status: number;
  /** The parameter at fault, where the server names one. */
  readonly parameter: string | undefined;
  constructor(status: number, detail: string, parameter?: string) {
    super(detail);
    this.status = status;
    this.parameter = parameter;
  }
}

/** What went wrong, for the reader. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The base of the server's routes: the folder of the page. */
export const base = () => new URL(".", document.baseURI);

/** Whether the page was published as files, with public/static.js in place of a server. */
export const isPublished = () => (globalThis as { datelineStatic?: boolean }).datelineStatic === true;

/** Responses that public/boot.js requested before this script was loaded; each is used once, if it is valid. */
async function early(path: string): Promise<Response | undefined> {
  const asked = (globalThis as { datelineEarly?: Map<string, Promise<Response | undefined>> }).datelineEarly;
  const response = asked?.get(path);
  asked?.delete(path);
  return response?.catch(() => undefined);
}

export const JSON_TYPE = "application/json";
export const GEOJSON_TYPE = "application/geo+json";

/** Reads a JSON document. `accept` selects one of the two forms that some routes have. */
export async function get<T>(path: string, signal?: AbortSignal, accept = JSON_TYPE): Promise<T> {
  let response: Response;
  try {
    const headers = { accept };
    response = (await early(path)) ?? (await fetch(new URL(path, base()), { headers, ...(signal ? { signal } : {}) }));
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable(String(error));
  }
  if (!response.ok) throw await refusal(response);
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused(response.status, `not JSON: ${error}`);
  }
}

/** The error message of a response. */
export async function refusal(response: Response): Promise<Refused> {
  try {
    const { detail, title, parameter } = (await response.json()) as Partial<Problem>;
    return new Refused(response.status, detail ?? title ?? response.statusText, parameter);
  } catch {
    return new Refused(response.status, response.statusText);
  }
}
