// Live updates, without moving anything: map and open panel stay. By server-sent events, or by
// polling.

import { Unreachable } from "../api/get";
import { count } from "../api/items";
import { etag, eventsAddress, listen } from "../api/live";
import type { ViewEvent } from "../api/types";
import { atlas, readAgain } from "./atlas";
import * as s from "./store";

/** Milliseconds between two polls, while the page is visible; more if reading takes long. */
const PAUSE = 10_000;
/** A page reads at most a twentieth of its time. */
const SHARE = 20;

/** A version of the server's data, and its number of articles, if known. */
type Heard = Pick<ViewEvent, "version"> & Partial<ViewEvent>;

/** Decides when to read again, by the versions received. */
export class Versions {
  /** The version read last; null while unknown. */
  private read: string | null = null;
  /** The version that was last read with another number of articles than it has. */
  private doubted = "";

  /**
   * Reads again if the data is outdated. For the first version only its number of articles
   * tells: the data may have been requested before it.
   */
  async take({ version, articles }: Heard): Promise<void> {
    const data = s.dataset.peek();
    if (!data || atlas.peek().state === "asking") return; // what is being read may be outdated; checked later
    const same = this.read === null ? articles === data.size.articles : version === this.read;
    if (!same) await readAgain();
    if (atlas.peek().state !== "ready") return; // it is read at the next poll
    if (!same && this.isDoubtful(version, articles)) return;
    this.read = version;
  }

  /**
   * Whether another number of articles was read than the version has, as by another server behind the same address, which
   * lacked it. True only once for a version.
   */
  private isDoubtful(version: string, articles: number | undefined): boolean {
    if (articles === undefined || articles === s.dataset.peek()?.size.articles) return false;
    if (version === this.doubted) return false;
    this.doubted = version;
    return true;
  }

  /** Whether a version must come with its number of articles. */
  get isFirst() {
    return this.read === null;
  }
}

/** Whether the server is reachable, by the connections. */
class Presence {
  private away = false;

  set(there: boolean) {
    if (there === this.away) s.offline.value = !there;
    this.away = !there;
  }
}

/** Does something periodically while the page is visible, and when it becomes visible. */
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

function pollVersions(versions: Versions, presence: Presence) {
  whileSeen(async () => {
    try {
      const version = await etag();
      const heard = versions.isFirst ? { version, articles: await count("articles", {}) } : { version };
      presence.set(true);
      await versions.take(heard);
    } catch (error) {
      presence.set(!(error instanceof Unreachable));
    }
  }, PAUSE);
}

/** Processes the latest version, one at a time. */
function watchEvents(address: string, versions: Versions, presence: Presence) {
  let told: Heard | null = null;
  let leave: (() => void) | null = null;
  let closed = false;
  const hear = () => {
    leave ??= listen(address, {
      onView(event) {
        told = event;
      },
      onReachable: (is) => presence.set(is),
      onClosed() {
        closed = true;
        pollVersions(versions, presence);
      },
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (closed || document.visibilityState === "visible") return;
    leave?.(); // a hidden page needs no updates
    leave = null;
  });
  whileSeen(async () => {
    if (closed) return;
    hear();
    if (told) await versions.take(told);
  }, 1000);
}

export async function watchLive() {
  const [versions, presence] = [new Versions(), new Presence()];
  const address = "EventSource" in globalThis ? await eventsAddress() : null;
  if (address) watchEvents(address, versions, presence);
  else pollVersions(versions, presence);
}
