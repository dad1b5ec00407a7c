import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused, Unreachable } from "../api/get";
import { serverQuery } from "./query";
import { offline } from "./store";

/** A query about a signal, whose answers the test gives when it likes. */
function asked(pause = 0) {
  const about = signal<string | null>(null);
  const calls: { question: string; stop: AbortSignal; answer: (v: string) => void; fail: (e: unknown) => void }[] = [];
  const query = serverQuery({
    question: () => about.value,
    ask: (question: string, stop) =>
      new Promise<string>((answer, fail) => {
        calls.push({ question, stop, answer, fail });
      }),
    pause,
  });
  query.watch();
  return { about, calls, query };
}

const turn = () => vi.advanceTimersByTimeAsync(0);

describe("a question to the server", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    offline.value = false;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is asked at once, then a moment after it changed", async () => {
    const { about, calls, query } = asked(100);
    expect(query.value).toEqual({ value: null, state: "idle" });
    about.value = "a";
    expect(query.value.state).toBe("asking");
    expect(calls.map((c) => c.question)).toEqual(["a"]);
    about.value = "b";
    about.value = "c";
    expect(calls.length).toBe(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(calls.map((c) => c.question)).toEqual(["a", "c"]);
  });

  it("keeps the answer before while the next is under way", async () => {
    const { about, calls, query } = asked();
    about.value = "a";
    calls[0].answer("A");
    await turn();
    expect(query.value).toEqual({ value: "A", state: "ready" });
    about.value = "b";
    expect(query.value).toEqual({ value: "A", state: "asking" });
    about.value = null;
    expect(query.value).toEqual({ value: null, state: "idle" });
  });

  it.each(["answers late", "fails late"])("given up, changes nothing when it %s", async (how) => {
    const { about, calls, query } = asked();
    about.value = "a";
    about.value = "b";
    expect(calls[0].stop.aborted).toBe(true);
    calls[1].answer("B");
    await turn();
    if (how === "answers late") calls[0].answer("A");
    else calls[0].fail(new Unreachable("gone"));
    await turn();
    expect(query.value).toEqual({ value: "B", state: "ready" });
    expect(offline.value).toBe(false);
  });

  it("retried and then given up, changes nothing either", async () => {
    const { about, calls, query } = asked();
    about.value = "a";
    calls[0].fail(new Refused(500, "broken"));
    await turn();
    expect(query.value.state).toBe("failed");
    query.retry();
    about.value = "b";
    calls[2].answer("B");
    await turn();
    calls[1].fail(new Refused(500, "broken"));
    await turn();
    expect(query.value).toEqual({ value: "B", state: "ready" });
  });

  it("that found no server is asked again when that is back, and only then", async () => {
    const { about, calls, query } = asked();
    about.value = "a";
    calls[0].fail(new Unreachable("gone"));
    await turn();
    expect(offline.value).toBe(true);
    expect(calls.length).toBe(1);
    offline.value = false;
    expect(calls.length).toBe(2);
    calls[1].answer("A");
    await turn();
    expect(query.value).toEqual({ value: "A", state: "ready" });
  });

  it("that the server refused is not asked again by itself", async () => {
    const { about, calls } = asked();
    about.value = "a";
    calls[0].fail(new Refused(400, "no"));
    await turn();
    offline.value = true;
    offline.value = false;
    expect(calls.length).toBe(1);
  });

  it("says when it is settled", async () => {
    const { about, calls, query } = asked();
    about.value = "a";
    const done = vi.fn();
    void query.settled().then(done);
    await turn();
    expect(done).not.toHaveBeenCalled();
    calls[0].answer("A");
    await turn();
    expect(done).toHaveBeenCalled();
  });
});
