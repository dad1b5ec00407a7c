// Takes in what has come in, without moving anything: the map stays, the open panel stays. The server tells of it, or is
// asked now and then where it does not.

import { Unreachable } from "../api/get";
import { count } from "../api/items";
import { etag, eventsAddress, listen } from "../api/live";
import type { ViewEvent } from "../api/types";
import { atlas, readAgain } from "./atlas";
import * as s from "./store";

/** Milliseconds between two looks, while the page is seen; more where reading anew takes long. */
const PAUSE = 10_000;
/** A page reads for a twentieth of its time at most. */
const SHARE = 20;

/** A version of what the server has, and of how many articles that is, where that is known. */
type Heard = Pick<ViewEvent, "version"> & Partial<ViewEvent>;

/** Decides when to read anew, by the versions that are heard of. */
export class Versions {
  /** The version that was read last; null as long as it is not known. */
  private read: string | null = null;

  /** Reads anew where what was read is older. Of the first version only its count of articles says that: the data may have
   * been asked for before it. */
  async take({ version, articles }: Heard): Promise<void> {
    const data = s.dataset.peek();
    if (!data || atlas.peek().state === "asking") return; // what is being read may be older; it is taken later
    const same = this.read === null ? articles === data.size.articles : version === this.read;
    if (!same) await readAgain();
    if (atlas.peek().state === "ready") this.read = version; // otherwise it is read at the next look
  }

  /** Whether a version must come with its count of articles. */
  get isFirst() {
    return this.read === null;
  }
}

/** Whether the server is there, as the connections tell. */
class Presence {
  private away = false;

  set(there: boolean) {
    if (there === this.away) s.offline.value = !there;
    this.away = !there;
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

/** Takes the version that the server told of last, in turn. */
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
    leave?.(); // who does not look needs no news
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
