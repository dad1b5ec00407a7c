// A correction that the reader is making: what is wrong, and what is right.

import { batch, signal } from "@preact/signals-core";
import { correct, retract } from "../api/corrections";
import { messageOf } from "../api/get";
import type { CorrectionRequest, Found } from "../api/types";
import type { Pin } from "../domain/target";
import { readAgain } from "./atlas";
import { demand } from "./session";
import * as s from "./store";

/** What a name means: a place of the gazetteer, a point of the map, nothing. */
export type Meant = { place: string; name: string; lat: number; lon: number } | { point: [number, number] } | "none";

export interface Wrong {
  feature: string;
  of: "mention" | "front" | "event";
  /** The words, as the article has them. */
  phrase: string;
  meant: Meant | null;
  everywhere: "" | "article" | "source" | "archive";
  /** Of an event its type. */
  kind: string;
  status: string;
  date: string;
  why: string;
}

export const wrong = signal<Wrong | null>(null);
/** Places of the gazetteer that the reader has looked for. */
export const found = signal<readonly Found[]>([]);
export const sending = signal(false);
/** Why the last try failed; a key of the dictionary, or what the server says. */
export const failure = signal("");

/** Begins to correct a feature, or stops where it is the one that is being corrected. */
export function toggleWrong(of: Wrong["of"], feature: string, phrase: string) {
  const same = wrong.peek()?.feature === feature && wrong.peek()?.of === of;
  batch(() => {
    forget();
    if (same) return;
    wrong.value = { feature, of, phrase, meant: null, everywhere: "", kind: "", status: "", date: "", why: "" };
    if (s.narrow.value) s.sheet.value = "full"; // the form takes room
  });
}

function forget() {
  wrong.value = null;
  found.value = [];
  failure.value = "";
  s.picking.value = false;
  s.pin.value = null;
}

export const stopWrong = () => batch(forget);

export function change(part: Partial<Wrong>) {
  if (wrong.peek()) wrong.value = { ...wrong.peek()!, ...part };
}

/** What a name is to mean; it is shown on the map. */
export function setMeant(meant: Meant) {
  batch(() => {
    change({ meant });
    s.picking.value = false;
    s.pin.value = pinOf(meant, wrong.peek()?.phrase ?? "");
  });
}

export const pinOf = (meant: Meant | null, phrase: string): Pin | null => {
  if (!meant || meant === "none") return null;
  return "point" in meant ? { lon: meant.point[0], lat: meant.point[1], name: phrase } : meant;
};

/** The next click on the map says where it is. */
export function pickPoint() {
  s.picking.value = true;
  if (s.narrow.value) s.sheet.value = "peek"; // the map must be seen
}

/** Takes a click on the map, where one is waited for; false where none is. */
export function picked(lon: number, lat: number): boolean {
  if (!s.picking.peek()) return false;
  const round = (v: number) => Math.round(v * 1e5) / 1e5;
  setMeant({ point: [round(lon), round(lat)] });
  if (s.narrow.value) s.sheet.value = "full";
  return true;
}

export const isComplete = ({ meant, kind, status, date }: Wrong) => Boolean(meant || kind || status || date);

function requestOf(w: Wrong): CorrectionRequest {
  const asked: CorrectionRequest = { feature: w.feature, of: w.of };
  if (w.meant === "none") asked[w.of === "event" ? "no_event" : "not_a_place"] = true;
  else if (w.meant && "point" in w.meant) asked.point = w.meant.point;
  else if (w.meant) asked.place_id = w.meant.place;
  if (w.everywhere && w.of === "mention") asked.everywhere = w.everywhere;
  if (w.of === "event" && w.meant === "none") return withWhy(asked, w); // what is none has no type
  if (w.kind) asked[w.of === "event" ? "type" : "kind"] = w.kind;
  if (w.status) asked.status = w.status;
  if (w.date) asked.date = w.date;
  return withWhy(asked, w);
}

function withWhy(asked: CorrectionRequest, w: Wrong): CorrectionRequest {
  if (w.why.trim()) asked.why = w.why.trim();
  return asked;
}

/** Sends the correction, and shows what it changes. */
export const save = () => carryOut(() => correct(requestOf(wrong.peek()!)));

export const takeBack = (id: string) => carryOut(() => retract(id));

async function carryOut(ask: () => Promise<unknown>): Promise<boolean> {
  if (sending.peek()) return false;
  sending.value = true;
  failure.value = "";
  try {
    await demand("edit");
    await ask();
    stopWrong();
    await readAgain();
    return true;
  } catch (error) {
    failure.value = messageOf(error);
    return false;
  } finally {
    sending.value = false;
  }
}
