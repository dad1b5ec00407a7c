// Looks whether articles have come in, and takes them in without moving anything: the map stays, the open panel stays.

import { Unreachable } from "../api/get";
import { etag } from "../api/live";
import { readAgain } from "./load";
import * as s from "./store";

/** Milliseconds between two looks, while the page is seen; more where reading anew takes long. */
const PAUSE = 10_000;
/** A page reads for a twentieth of its time at most. */
const SHARE = 20;

let seen: string | null = null;
/** The last look failed. */
let away = false;

/** Looks once. */
export async function look() {
  try {
    const now = await etag();
    if (away) s.offline.value = false;
    away = false;
    if (seen !== null && now !== seen) {
      if (s.status.peek().kind !== "ready") return; // what is being read may be older
      const before = s.dataset.peek()?.articles.length ?? 0;
      await readAgain();
      s.news.value += Math.max(0, (s.dataset.peek()?.articles.length ?? 0) - before);
    }
    seen = now;
  } catch (error) {
    away = error instanceof Unreachable;
    if (away) s.offline.value = true;
  }
}

/** Looks again and again; at once when the page is seen again. */
export function followLive() {
  let timer = 0;
  const again = async () => {
    window.clearTimeout(timer);
    const start = performance.now();
    if (document.visibilityState === "visible") await look();
    window.clearTimeout(timer);
    timer = window.setTimeout(again, Math.max(PAUSE, SHARE * (performance.now() - start)));
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void again();
  });
  void again();
}
