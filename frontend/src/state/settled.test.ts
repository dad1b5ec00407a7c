import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchRange } from "./settled";
import * as s from "./store";

const range = { from: 1, to: 2 };

describe("the range at rest", () => {
  let stop: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("window", globalThis);
    stop = watchRange();
  });
  afterEach(() => {
    stop();
    s.gliding.value = false;
    s.range.value = null;
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("follows at once what is chosen, and what is dragged when that rests", () => {
    s.range.value = range;
    expect(s.settledRange.value).toBe(range);
    s.gliding.value = true;
    s.range.value = { from: 3, to: 4 };
    vi.advanceTimersByTime(50);
    s.range.value = { from: 5, to: 6 };
    vi.advanceTimersByTime(50);
    expect(s.settledRange.value).toBe(range);
    vi.advanceTimersByTime(50);
    expect(s.settledRange.value).toEqual({ from: 5, to: 6 });
  });
});
