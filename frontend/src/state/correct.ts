// The correction that the reader is making.

import { batch, signal } from "@preact/signals-core";
import { correct, retract } from "../api/corrections";
import { messageOf } from "../api/get";
import type { CorrectionRequest, Found } from "../api/types";
import type { Pin } from "../domain/target";
import { readAgain } from "./atlas";
import { demand } from "./session";
import * as s from "./store";

/** The meaning of a name: a gazetteer place, a point of the map, or nothing. */
export type Meant = { place: string; name: string; lat: number; lon: number } | { point: [number, number] } | "none";

export interface Wrong {
  feature: string;
  of: "mention" | "front" | "event";
  /** The words in the article. */
  phrase: string;
  meant: Meant | null;
  everywhere: "" | "article" | "source" | "archive";
  /** Of a mention. */
  role: string;
  /** The type of an event. */
  kind: string;
  status: string;
  /** Who took part in an event. */
  agent: string;
  target: string;
  holder: string;
  date: string;
  why: string;
}

export const wrong = signal<Wrong | null>(null);
/** Gazetteer places found by the reader's search. */
export const found = signal<readonly Found[]>([]);
export const sending = signal(false);
/** Why the last attempt failed; a key of the dictionary, or the server's message. */
export const failure = signal("");

const unchanged = { role: "", kind: "", status: "", agent: "", target: "", holder: "", date: "" };

/** Starts correcting a feature, or stops if it is the current one. */
export function toggleWrong(of: Wrong["of"], feature: string, phrase: string) {
  const same = wrong.peek()?.feature === feature && wrong.peek()?.of === of;
  batch(() => {
    forget();
    if (same) return;
    wrong.value = { feature, of, phrase, meant: null, everywhere: "", ...unchanged, why: "" };
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

/** Chooses the meaning of a name, and shows it on the map. */
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

/** Waits for a click on the map that gives the location. */
export function pickPoint() {
  s.picking.value = true;
  if (s.narrow.value) s.sheet.value = "peek"; // the map must be visible
}

/** Takes a click on the map if one is expected; otherwise false. */
export function picked(lon: number, lat: number): boolean {
  if (!s.picking.peek()) return false;
  const round = (v: number) => Math.round(v * 1e5) / 1e5;
  setMeant({ point: [round(lon), round(lat)] });
  if (s.narrow.value) s.sheet.value = "full";
  return true;
}

export const isComplete = (w: Wrong) =>
  w.meant !== null || (Object.keys(unchanged) as (keyof typeof unchanged)[]).some((key) => w[key].trim() !== "");

function requestOf(w: Wrong): CorrectionRequest {
  const asked: CorrectionRequest = { feature: w.feature, of: w.of };
  if (w.meant === "none") asked[w.of === "event" ? "no_event" : "not_a_place"] = true;
  else if (w.meant && "point" in w.meant) asked.point = w.meant.point;
  else if (w.meant) asked.place_id = w.meant.place;
  if (w.everywhere && w.of === "mention") asked.everywhere = w.everywhere;
  if (w.of === "event" && w.meant === "none") return withWhy(asked, w); // what is no event has no type
  if (w.kind) asked[w.of === "event" ? "type" : "kind"] = w.kind;
  for (const key of ["role", "status", "agent", "target", "holder", "date"] as const)
    if (w[key].trim()) asked[key] = w[key].trim();
  return withWhy(asked, w);
}

function withWhy(asked: CorrectionRequest, w: Wrong): CorrectionRequest {
  if (w.why.trim()) asked.why = w.why.trim();
  return asked;
}

/** Sends the correction, and shows its effect. */
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
