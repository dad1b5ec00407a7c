// Texts that the reader adds: parsed at once and shown on the map, and stored if the reader may
// do that.

import { batch, effect, signal } from "@preact/signals-core";
import { messageOf, Refused } from "../api/get";
import { keep, type Parsed, parse, type Text } from "../api/texts";
import type { Counts, Document } from "../api/types";
import type { Pin, Preview } from "../domain/target";
import { readAgain } from "./atlas";
import { demand } from "./session";
import * as s from "./store";

/** A text with the results. */
export interface Brought {
  /** Of the file or the address; empty for typed text. */
  name: string;
  text: Text;
  documents: Document[];
  /** The number of articles that could not be read. */
  unread: number;
  /** The error. */
  error: string;
}

export const brought = signal<readonly Brought[]>([]);
export const busy = signal(false);
export const failure = signal("");
/** The result of storing. */
export const kept = signal<(Pick<Counts, "added" | "revised" | "known" | "removed"> & { unread: number }) | null>(null);
/** The text and the address in the input fields. */
export const typedText = signal("");
export const typedAddress = signal("");

/** The maximum size of a file in bytes, as the server takes no more at once; use the command line for larger ones. */
const MOST = 4 << 20;

/** Forgets the results. */
export function discard() {
  brought.value = [];
  failure.value = "";
  s.preview.value = null;
}

/** Call once: the results are forgotten when the panel closes. */
export function watchAdd() {
  if (watching) return;
  watching = true;
  effect(() => {
    if (s.adding.value) return;
    batch(() => {
      discard();
      kept.value = null;
    });
  });
}

let watching = false;

export const readText = () => read([{ name: "", text: { body: typedText.peek(), type: "text/plain" } }]);

export const readAddress = () =>
  read([{ name: typedAddress.peek().trim(), text: { body: typedAddress.peek().trim(), type: "text/uri-list" } }]);

export const readFiles = (files: readonly File[]) =>
  read(files.map((file) => ({ name: file.name, text: { body: file, type: "text/plain" as const } })));

/** Parses texts one after the other, and shows the results of all. */
async function read(texts: { name: string; text: Text }[]) {
  if (busy.peek()) return;
  busy.value = true;
  batch(() => {
    discard();
    kept.value = null;
  });
  const all: Brought[] = [];
  for (const { name, text } of texts) {
    const one: Brought = { name, text, documents: [], unread: 0, error: "" };
    try {
      if (text.body instanceof File && text.body.size > MOST) throw new Error("addTooLarge");
      Object.assign(one, await found(text));
    } catch (error) {
      one.error = messageOf(error);
    }
    all.push(one);
    brought.value = [...all];
  }
  s.preview.value = previewOf(all.flatMap((b) => b.documents));
  busy.value = false;
}

/** Parses a text. Addresses are fetched only with a token that may add, except on the server's own computer. */
async function found(text: Text): Promise<Parsed> {
  try {
    return await parse(text);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    await demand("add");
    return parse(text);
  }
}

/** Whether parsing needs a token first. */
export const isTokenWanted = () => brought.value.some((b) => b.error.startsWith("token"));

/** The places, without duplicates, and the lines and areas of texts. */
function previewOf(documents: readonly Document[]): Preview {
  const pins = new Map<string, Pin>();
  const shapes: GeoJSON.Geometry[] = [];
  for (const d of documents) {
    for (const m of d.mentions)
      if (m.lat != null && m.lon != null)
        pins.set(m.place ?? `${m.lat},${m.lon}`, { lat: m.lat, lon: m.lon, name: m.name ?? m.phrase });
    for (const f of d.fronts) if (f.geometry) shapes.push(f.geometry);
  }
  return { pins: [...pins.values()], shapes };
}

/** Stores the texts, as far as possible. */
export async function keepAll() {
  if (busy.peek()) return;
  busy.value = true;
  failure.value = "";
  try {
    await demand("add");
    const sum = { added: 0, revised: 0, known: 0, removed: 0 };
    let unread = 0;
    for (const b of brought.peek()) {
      if (b.error) continue;
      const counts = await keep(b.text);
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
      unread += counts.errors?.length ?? 0;
    }
    batch(() => {
      discard();
      kept.value = { ...sum, unread };
      typedText.value = typedAddress.value = "";
    });
    await readAgain();
  } catch (error) {
    failure.value = messageOf(error);
  } finally {
    busy.value = false;
  }
}
