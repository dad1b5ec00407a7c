// When a page is at rest: it waits for no answer, no timer is about to change what it shows, and what is due is drawn.

import type { Page, Request } from "playwright-core";

/** Milliseconds: a longer timer (the next look for news, what is told to a screen reader) is not waited for. */
const SOON = 500;

/** How many scripts and pictures of a page are under way. */
const underWay = new WeakMap<Page, number>();

const loads = (page: Page) => (underWay.get(page) ?? 0) > 0;

/** To be called before the page is opened, and after whatever puts a clock in it. */
export async function watchRest(page: Page) {
  const add = (n: number) => (request: Request) => {
    if (!["fetch", "eventsource"].includes(request.resourceType())) underWay.set(page, (underWay.get(page) ?? 0) + n);
  };
  page.on("request", add(1));
  page.on("requestfinished", add(-1));
  page.on("requestfailed", add(-1));
  await page.addInitScript(countWaits, SOON);
}

/** Runs in the page before its own scripts: counts the answers that it waits for, and the timers that end soon. */
function countWaits(soon: number) {
  const waits = new Set<unknown>();
  const until = <T>(promise: Promise<T>) => {
    const waited = promise.finally(() => waits.delete(waited)); // what goes wrong stays the page's to handle
    waits.add(waited);
    return waited;
  };
  const { fetch, setTimeout, clearTimeout } = window;
  window.fetch = (...request) => until(fetch(...request));
  for (const name of ["json", "text", "arrayBuffer", "blob"] as const) {
    const read = Response.prototype[name] as () => Promise<never>;
    Response.prototype[name] = function () {
      return until(read.call(this));
    };
  }
  const start = (work: (...of: unknown[]) => void, ms = 0, ...of: unknown[]) => {
    const timer = setTimeout(() => {
      waits.delete(timer);
      work(...of);
    }, ms);
    if (ms < soon) waits.add(timer);
    return timer;
  };
  const stop = (timer?: number) => {
    waits.delete(timer);
    clearTimeout(timer);
  };
  Object.assign(window, { setTimeout: start, clearTimeout: stop, waits });
}

/** Waits until the page is at rest: its basemap and pictures are there, and its names have found their places. */
export async function settled(page: Page) {
  for (let busy = true; busy; ) {
    busy = loads(page);
    await page.evaluate(async () => {
      const { waits, dateline } = globalThis as unknown as {
        waits: Set<unknown>;
        dateline?: { drawList: () => unknown };
      };
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      let quiet = false;
      while (!quiet) {
        quiet = waits.size === 0;
        await frame();
        await frame();
        quiet &&= waits.size === 0;
      }
      dateline?.drawList();
      await frame();
    });
    busy ||= loads(page);
  }
}
