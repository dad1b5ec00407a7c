// Texts to be parsed, with or without storing them.

import { send } from "./send";
import type { Counts, Document } from "./types";

/** A text, the bytes of a file, or a list of addresses. */
export interface Text {
  body: BodyInit;
  type: "text/plain" | "text/uri-list";
}

/** What a text has: its articles, and how many others a fault of the server made unreadable. */
export interface Parsed {
  documents: Document[];
  unread: number;
}

/** Finds the places in a text without storing it. */
export async function parse({ body, type }: Text): Promise<Parsed> {
  const response = await send("parse", { body, type, accept: "application/x-ndjson" });
  const lines = (await response.text()).split("\n").filter(Boolean);
  const documents = lines.map((line) => JSON.parse(line)).filter((d): d is Document => !("error" in d));
  return { documents, unread: lines.length - documents.length };
}

/** Adds a text to the archive. */
export const keep = async ({ body, type }: Text): Promise<Counts> =>
  (await send("articles", { body, type })).json() as Promise<Counts>;
