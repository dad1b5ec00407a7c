// What the server says to a question that follows from signals. It is asked a moment after it changed, and given up
// when it changes again; what was answered before stays until there is something new.

import { effect, type Signal } from "@preact/signals-core";
import { Unreachable } from "../api/get";
import { offline } from "./store";

export interface Answer<T> {
  value: T | null;
  state: "idle" | "asking" | "ready" | "failed";
}

export const unasked = { value: null, state: "idle" } as const;

const PAUSE = 120;

/** Keeps the answer that of the question; null asks nothing. */
export function follow<Q, T>(
  answer: Signal<Answer<T>>,
  question: () => Q | null,
  ask: (question: Q, signal: AbortSignal) => Promise<T>,
) {
  let asked = "null";
  let stop = new AbortController();
  effect(() => {
    void offline.value; // what failed is asked again when the server is back
    const wanted = question();
    const key = JSON.stringify(wanted);
    if (key === asked) return;
    const first = asked === "null";
    asked = key;
    stop.abort();
    if (wanted === null) {
      answer.value = unasked;
      return;
    }
    stop = new AbortController();
    const { signal } = stop;
    answer.value = { value: answer.peek().value, state: "asking" };
    const done = (next: Answer<T>) => {
      if (!signal.aborted) answer.value = next;
    };
    const start = () =>
      ask(wanted, signal).then(
        (value) => done({ value, state: "ready" }),
        (error) => {
          if (signal.aborted) return;
          asked = ""; // the same question may be asked again
          offline.value ||= error instanceof Unreachable;
          done({ value: answer.peek().value, state: "failed" });
        },
      );
    const timer = window.setTimeout(start, first ? 0 : PAUSE);
    signal.addEventListener("abort", () => window.clearTimeout(timer));
  });
}
