import { beforeEach, describe, expect, it, vi } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { makeDataset } from "../data/dataset";
import { makeTally } from "../data/tally";
import { ONLY_UNDATED, parseDay } from "../domain/days";
import type { Selection } from "../domain/target";
import * as a from "./actions";
import { stepPeriod } from "./period";
import { takeStep } from "./steps";
import * as s from "./store";

const data = makeDataset({
  places: placeFeatures,
  mentions: mentionFeatures,
  fronts: frontFeatures,
  articles: articleFeatures,
});

const t1: Selection = { collection: "places", id: "t1" };
const f1: Selection = { collection: "fronts", id: "f1" };

const open = () => [s.selected.value, s.article.value, s.at.value];

beforeEach(() => {
  s.dataset.value = data;
  s.selected.value = s.article.value = null;
  s.at.value = null;
  s.range.value = s.compare.value = s.axis.value = null;
  s.narrow.value = false;
  takeStep();
});

describe("opening", () => {
  it("a place, a line or area: one at a time, each a step", () => {
    a.open(t1);
    expect(open()).toEqual([t1, null, null]);
    expect(takeStep()).toBe(true);
    expect(takeStep()).toBe(false);
    a.open(f1);
    expect(open()).toEqual([f1, null, null]);
  });

  it("an article keeps what it was opened from; closing goes back one at a time", () => {
    a.open(f1);
    a.openArticle("a1", 7);
    expect(open()).toEqual([f1, "a1", 7]);
    a.closePanel();
    expect(open()).toEqual([f1, null, null]);
    a.closePanel();
    expect(open()).toEqual([null, null, null]);
  });

  it("what the gazetteer found closes all that was open", () => {
    a.open(f1);
    a.openArticle("a1", 7);
    a.showPin({ lat: 36.5, lon: 37.9, name: "Manbij" });
    expect(open()).toEqual([null, null, null]);
    expect(s.pin.value?.name).toBe("Manbij");
  });

  it("what was pointed at on the map, by its row", () => {
    a.openTarget({ collection: "places", row: 1 });
    expect(s.selected.value).toEqual({ collection: "places", id: data.places.id[1] });
    a.openTarget({ collection: "fronts", row: 2 });
    expect(s.selected.value).toEqual({ collection: "fronts", id: data.fronts[2].id });
  });
});

describe("the range", () => {
  const range = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) });

  it("that holds all days is none", () => {
    a.setRange(range("2000-01-01", "2030-01-01"));
    expect(s.range.value).toBeNull();
    a.setRange(ONLY_UNDATED);
    expect(s.range.value).toEqual(ONLY_UNDATED);
  });

  it.each([
    ["day", "2019-08-07", "2019-08-21"],
    ["week", "2019-08-05", "2019-08-25"],
    ["month", "2019-08-01", "2019-08-31"],
    ["year", "2019-01-01", "2019-12-31"],
  ] as const)("falls on the edges of what is known: by %s", (bin, from, to) => {
    s.dataset.value = {
      ...data,
      sums: { bin, by: "event", tally: makeTally(0, new Int32Array(), new Int32Array(), () => true) },
    };
    a.setRange(range("2019-08-07", "2019-08-21"));
    a.setCompare(range("2019-08-07", "2019-08-21"));
    expect([s.range.value, s.compare.value]).toEqual([range(from, to), range(from, to)]);
    a.setRange(ONLY_UNDATED);
    expect(s.range.value).toEqual(ONLY_UNDATED);
  });

  it.each(["week", "month", "year"] as const)(
    "keeps its length, step by step, where the shortest time is a %s",
    (bin) => {
      s.dataset.value = {
        ...data,
        sums: { bin, by: "event", tally: makeTally(0, new Int32Array(), new Int32Array(), () => true) },
      };
      s.axis.value = range("2019-01-01", "2019-12-31");
      const all = range("1990-01-01", "2030-12-31");
      s.dataset.value = { ...s.dataset.value, first: all.from, last: all.to };
      a.setRange(range("2019-03-04", "2019-04-20"));
      const before = s.range.value!;
      for (let i = 0; i < 12; i++) stepPeriod(1);
      for (let i = 0; i < 12; i++) stepPeriod(-1);
      expect(s.range.value).toEqual(before);
    },
  );
});

describe("filters", () => {
  it("are added and taken away again", () => {
    a.toggleFilter("kind", "P");
    a.toggleFilter("kind", "S");
    expect(s.filters.value.kind).toEqual(["P", "S"]);
    a.toggleFilter("kind", "P");
    expect(s.filters.value.kind).toEqual(["S"]);
    a.clearFilters();
    expect(s.filters.value.kind).toEqual([]);
  });
});

describe("what the reader prefers", () => {
  it("is remembered, and forgotten by a browser that keeps nothing", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      setItem: (k: string, v: string) => kept.set(k, v),
      getItem: (k: string) => kept.get(k) ?? null,
    });
    a.setTheme("dark");
    expect([s.chosenTheme.value, a.recall("theme")]).toEqual(["dark", "dark"]);
    vi.stubGlobal("localStorage", {
      setItem: () => {
        throw new Error("full");
      },
      getItem: () => {
        throw new Error("closed");
      },
    });
    a.setLang("ar");
    expect([s.chosenLang.value, a.recall("lang")]).toEqual(["ar", null]);
    vi.unstubAllGlobals();
  });
});
