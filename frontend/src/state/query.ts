// Every read of the server is a query derived from signals. A new query cancels the previous
// one, and only the latest answer counts, however late an older one arrives or fails.

import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import { Unreachable } from "../api/get";
import { offline } from "./store";

export interface Answer<T> {
  /** The latest answer; while a query is running, that of the previous one. */
  value: T | null;
  state: "idle" | "asking" | "ready" | "failed";
  error?: unknown;
}

const idle = { value: null, state: "idle" } as const;

interface Options<Q, T> {
  /** The query as plain data; null for none. */
  question: () => Q | null;
  ask: (question: Q, stop: AbortSignal) => Promise<T>;
  /** Milliseconds for which a query must be stable; the first after none runs at once. */
  pause?: number;
}

export interface ServerQuery<T> extends ReadonlySignal<Answer<T>> {
  /** Starts; the returned function stops it. */
  watch: () => () => void;
  /** Repeats the same query. */
  retry: () => void;
  /** Resolves when no query is running. */
  settled: () => Promise<void>;
}

export function serverQuery<Q, T>({ question, ask, pause = 120 }: Options<Q, T>): ServerQuery<T> {
  const answer = signal<Answer<T>>(idle);
  const attempt = signal(0);
  const wanted = computed(() => JSON.stringify([attempt.value, question()]));
  let stop = new AbortController();
  let asked = "";
  let lost = false; // the server was unreachable: retry when it is back

  const follow = () => {
    const back = !offline.value;
    const key = wanted.value;
    if (key === asked && !(lost && back)) return;
    asked = key;
    lost = false;
    stop.abort();
    stop = new AbortController();
    const now = question();
    if (now === null) {
      answer.value = idle;
      return;
    }
    const first = answer.peek().state === "idle";
    answer.value = { value: answer.peek().value, state: "asking" };
    void run(now, first ? 0 : pause, stop.signal);
  };

  const run = async (now: Q, wait: number, signal: AbortSignal) => {
    try {
      if (wait > 0) await rest(wait);
      if (signal.aborted) return;
      const value = await ask(now, signal);
      if (signal.aborted) return;
      offline.value = false;
      answer.value = { value, state: "ready" };
    } catch (error) {
      if (signal.aborted) return;
      lost = error instanceof Unreachable;
      offline.value ||= lost;
      answer.value = { value: answer.peek().value, state: "failed", error };
    }
  };

  const watch = () => {
    const end = effect(follow);
    return () => {
      end();
      stop.abort();
      asked = "";
      answer.value = idle;
    };
  };
  const retry = () => {
    attempt.value++;
  };
  return Object.assign(answer, { watch, retry, settled: () => settled(answer) });
}

const rest = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms);
  });

function settled(answer: ReadonlySignal<Answer<unknown>>): Promise<void> {
  return new Promise((done) => {
    const end = answer.subscribe(({ state }) => {
      if (state === "asking") return;
      done();
      queueMicrotask(() => end());
    });
  });
}
