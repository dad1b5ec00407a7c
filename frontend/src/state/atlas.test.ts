// What is read of a small and of a large archive, by a made server whose answers come when the test likes.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { type Unit, units } from "../domain/bins";
import { openArticle, reading } from "./article";
import { atlas, outdated, readAgain, status, watchAtlas } from "./atlas";
import { sums } from "./breakdown";
import { Versions } from "./live";
import * as s from "./store";

const features: Record<string, { id: string }[]> = {
  places: placeFeatures,
  mentions: mentionFeatures,
  fronts: frontFeatures,
  articles: articleFeatures,
};

let many = mentionFeatures.length;
let delay: (path: string) => number = () => 0;
let broken = false;
/** The bins of which the server has too many. */
let tooMany: string[] = [];
const asked: string[] = [];

/** The sums of one place; `confidence` tells by which day they were asked for. */
const sumsDoc = (by: string, bin: string) => ({
  numberMatched: many,
  by: ["place", bin],
  places: ["t1"],
  bins: [by === "published" ? "2019-08-01" : "2020-08-01"],
  start: [0, 1],
  bin: [0],
  count: [many],
  undated: [0],
  confidence: [1],
  nowhere: { bin: [], count: [], undated: 0 },
});

function answer(url: URL): unknown {
  const [, , name, what] = url.pathname.split("/");
  if (url.pathname.startsWith("/articles/"))
    return { id: name === undefined ? url.pathname.slice(10) : name, text: "" };
  if (what === "sums") {
    const finest = units.indexOf(url.searchParams.get("by")!.slice(6) as Unit);
    const coarser = url.searchParams.get("coarser") === "1";
    const bin = units.slice(finest, coarser ? undefined : finest + 1).find((unit) => !tooMany.includes(unit));
    return bin ? sumsDoc(url.searchParams.get("date") ?? "event", bin) : null;
  }
  const all = features[name];
  return { numberMatched: name === "mentions" ? many : all.length, features: all, links: [] };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("document", { baseURI: "http://127.0.0.1/" });
  vi.stubGlobal("fetch", async (url: URL, { signal }: RequestInit) => {
    const path = url.pathname + url.search;
    asked.push(path);
    await new Promise((done, fail) => {
      setTimeout(done, delay(path));
      signal?.addEventListener("abort", () => fail(new DOMException("aborted", "AbortError")));
    });
    if (broken) return Response.json({ detail: "broken" }, { status: 500 });
    const body = answer(url);
    return body ? Response.json(body) : Response.json({ detail: "too many", parameter: "by" }, { status: 400 });
  });
});

let stop = () => {};
afterEach(() => {
  stop();
  s.dataset.value = null;
  s.dateBy.value = "event";
  s.news.value = 0;
  s.range.value = s.settledRange.value = null;
  many = mentionFeatures.length;
  delay = () => 0;
  broken = false;
  tooMany = [];
  asked.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function start() {
  stop = watchAtlas();
  await wait(10);
}

describe("an archive", () => {
  it("that is small is read whole; another day then needs no request", async () => {
    await start();
    expect(status.value).toEqual({ kind: "ready" });
    expect(s.dataset.value!.mentions.place.length).toBe(mentionFeatures.length);
    asked.length = 0;
    s.dateBy.value = "published";
    await wait(1);
    expect(asked).toEqual([]);
    expect(s.dataset.value!.mentions.day).toBe(s.dataset.value!.mentions.published);
  });

  it("that is large is summed, and summed anew by another day", async () => {
    many = 60_000;
    await start();
    expect(s.dataset.value!.sums).toMatchObject({ bin: "day", by: "event" });
    s.dateBy.value = "published";
    await wait(10);
    expect(s.dataset.value!.sums).toMatchObject({ bin: "day", by: "published" });
  });

  it("that is very large is summed by week", async () => {
    many = 3_000_000;
    await start();
    expect(s.dataset.value!.sums!.bin).toBe("week");
  });

  const sumsAsked = () => asked.flatMap((path) => /by=place%2C(\w+)/.exec(path)?.[1] ?? []);

  it.each(["month", "year"])(
    "of which that is too much is summed by %s, at once when it is read again",
    async (bin) => {
      many = 3_000_000;
      tooMany = bin === "month" ? ["week"] : ["week", "month"];
      await start();
      await wait(50);
      expect(s.dataset.value!.sums!.bin).toBe(bin);
      expect(sumsAsked()).toEqual(["week"]);
      asked.length = 0;
      void readAgain();
      await wait(50);
      expect(sumsAsked()).toEqual([bin]);
      expect(status.value).toEqual({ kind: "ready" });
    },
  );

  it("that is too much even by year says so", async () => {
    many = 3_000_000;
    tooMany = ["week", "month", "year"];
    await start();
    await wait(50);
    expect(status.value).toEqual({ kind: "toolarge" });
    expect(sumsAsked()).toEqual(["week"]);
  });

  it("counts by the day that was chosen last, however late the sums of the one before are", async () => {
    many = 60_000;
    await start();
    delay = (path) => (path.includes("date=published") ? 100 : path.includes("sums") ? 60 : 0);
    s.dateBy.value = "published";
    await wait(20);
    s.dateBy.value = "event";
    await wait(500);
    expect(s.dataset.value!.sums!.by).toBe("event");
    expect(atlas.value.state).toBe("ready");
  });

  it("says where another day could not be read", async () => {
    many = 60_000;
    await start();
    broken = true;
    s.dateBy.value = "published";
    await wait(10);
    expect(outdated.value).toBe(true);
    expect(status.value).toEqual({ kind: "ready" });
  });

  it("that fails at first can be asked again", async () => {
    broken = true;
    await start();
    expect(status.value).toEqual({ kind: "error", detail: "broken" });
    broken = false;
    atlas.retry();
    await wait(10);
    expect(status.value).toEqual({ kind: "ready" });
  });

  it("adds up: what is undated is not outside of the time", async () => {
    await start();
    s.settledRange.value = s.range.value = { from: 18109, to: 18139 }; // August 2019
    const { all, time, outside, undated, filtered, view, elsewhere, nowhere } = sums.value;
    expect(undated).toBe(1);
    expect(view + elsewhere + nowhere).toBe(time);
    expect(time + outside + undated + filtered).toBe(all);
    expect(all).toBe(mentionFeatures.length);
    expect(outside).toBeGreaterThan(0);
  });
});

describe("versions", () => {
  it("lead to another read where another one is heard", async () => {
    await start();
    const versions = new Versions();
    asked.length = 0;
    await versions.take({ version: "one", articles: articleFeatures.length });
    expect(asked).toEqual([]);
    void versions.take({ version: "two", articles: articleFeatures.length });
    await wait(10);
    expect(asked.length).toBeGreaterThan(3);
  });

  it("of which the first has other articles than were read do too", async () => {
    await start();
    asked.length = 0;
    void new Versions().take({ version: "one", articles: articleFeatures.length + 1 });
    await wait(10);
    expect(asked.length).toBeGreaterThan(3);
  });

  it("with other articles than were read, as another server answered, are read once more", async () => {
    await start();
    const versions = new Versions();
    await versions.take({ version: "one", articles: articleFeatures.length });
    const reads = async () => {
      asked.length = 0;
      void versions.take({ version: "two", articles: articleFeatures.length + 1 });
      await wait(10);
      return asked.length > 3;
    };
    expect([await reads(), await reads(), await reads()]).toEqual([true, true, false]);
  });

  it("that could not be read are read at the next look", async () => {
    await start();
    const versions = new Versions();
    await versions.take({ version: "one", articles: articleFeatures.length });
    broken = true;
    void versions.take({ version: "two" });
    await wait(500);
    broken = false;
    asked.length = 0;
    void versions.take({ version: "two" });
    await wait(500);
    expect(asked.length).toBeGreaterThan(3);
    asked.length = 0;
    await versions.take({ version: "two" });
    expect(asked).toEqual([]);
  });

  it("heard while all is read are taken afterwards", async () => {
    await start();
    const versions = new Versions();
    await versions.take({ version: "one", articles: articleFeatures.length });
    delay = () => 50;
    void versions.take({ version: "two" });
    await wait(10);
    void versions.take({ version: "three" }); // too early
    await wait(200);
    asked.length = 0;
    void versions.take({ version: "three" });
    await wait(200);
    expect(asked.length).toBeGreaterThan(3);
  });
});

describe("an article", () => {
  it("that fails late does not replace the one that is open", async () => {
    const end = openArticle.watch();
    delay = (path) => (path.endsWith("aaa") ? 100 : 10);
    s.article.value = "aaa";
    await wait(5);
    s.article.value = "bbb";
    await wait(500);
    expect(reading.value).toMatchObject({ id: "bbb", state: "ready" });
    end();
    s.article.value = null;
  });

  it("is read anew when news have come in", async () => {
    const end = openArticle.watch();
    s.article.value = "ccc";
    await wait(10);
    asked.length = 0;
    s.article.value = null;
    s.article.value = "ccc";
    await wait(10);
    expect(asked).toEqual([]);
    s.generation.value++;
    await wait(10);
    expect(asked).toEqual(["/articles/ccc"]);
    expect(reading.value!.state).toBe("ready");
    end();
    s.article.value = null;
  });
});
