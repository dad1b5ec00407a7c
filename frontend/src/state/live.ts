// Takes in what has come in, without moving anything: the map stays, the open panel stays. The server tells of it, or is
// asked now and then where it does not.

import { Unreachable } from "../api/get";
import { etag, eventsAddress, listen } from "../api/live";
import { readAgain } from "./load";
import * as s from "./store";

/** Milliseconds between two looks, while the page is seen; more where reading anew takes long. */
const PAUSE = 10_000;
/** A page reads for a twentieth of its time at most. */
const SHARE = 20;

let seen: string | null = null;
let reading = false;
/** The last look failed. */
let away = false;

function there(is: boolean) {
  if (is === away) s.offline.value = !is;
  away = !is;
}

/** Reads anew where the version is another one. */
async function take(version: string) {
  if (seen !== null && version !== seen) {
    if (reading || s.status.peek().kind !== "ready") return; // what is being read may be older
    reading = true;
    try {
      const before = s.dataset.peek()?.size.articles ?? 0;
      await readAgain();
      s.news.value += Math.max(0, (s.dataset.peek()?.size.articles ?? 0) - before);
    } finally {
      reading = false;
    }
  }
  seen = version;
}

/** Looks once. */
async function look() {
  try {
    const version = await etag();
    there(true);
    await take(version);
  } catch (error) {
    there(!(error instanceof Unreachable));
  }
}

/** Does something now and again while the page is seen, and at once when it is seen again. */
function whileSeen(work: () => unknown, pause: number) {
  let timer = 0;
  const again = async () => {
    window.clearTimeout(timer);
    const start = performance.now();
    if (document.visibilityState === "visible") await work();
    window.clearTimeout(timer);
    timer = window.setTimeout(again, Math.max(pause, SHARE * (performance.now() - start)));
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void again();
  });
  void again();
}

/** The version that the server told of last; it is taken in turn. */
function followEvents(address: string) {
  let told: string | null = null;
  let leave: (() => void) | null = null;
  let over = false;
  const hear = () => {
    leave ??= listen(address, {
      version(version) {
        told = version;
        seen ??= version;
      },
      there,
      over() {
        over = true;
        whileSeen(look, PAUSE);
      },
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (over || document.visibilityState === "visible") return;
    leave?.(); // who does not look needs no news
    leave = null;
  });
  whileSeen(async () => {
    if (over) return;
    hear();
    if (told !== null && told !== seen) await take(told).catch(() => undefined);
  }, 1000);
}

export async function followLive() {
  const address = "EventSource" in globalThis ? await eventsAddress() : null;
  if (address) followEvents(address);
  else whileSeen(look, PAUSE);
}
