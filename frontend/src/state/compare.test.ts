import { beforeEach, describe, expect, it } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { makeDataset } from "../data/dataset";
import { formatDay, parseDay, type Range } from "../domain/days";
import { articleParts, changes, IN_A, IN_B, placeParts, toggleCompare } from "./compare";
import { shownRange } from "./range";
import * as s from "./store";

const data = makeDataset({
  places: placeFeatures,
  mentions: mentionFeatures,
  fronts: frontFeatures,
  articles: articleFeatures,
});

const span = (from: string, to: string): Range => ({ from: parseDay(from), to: parseDay(to) });
const text = (r: Range | null) => r && `${formatDay(r.from)}/${formatDay(r.to)}`;

beforeEach(() => {
  s.dataset.value = data;
  s.range.value = s.compare.value = s.axis.value = null;
  s.inView.value = { places: new Uint8Array(data.places.id.length).fill(1), fronts: new Uint8Array(0) };
});

describe("comparing", () => {
  it("starts with what is chosen as the later span, and ends with it", () => {
    s.range.value = span("2019-08-19", "2019-08-25");
    toggleCompare();
    expect([text(s.range.value), text(s.compare.value)]).toEqual(["2019-08-12/2019-08-18", "2019-08-19/2019-08-25"]);
    toggleCompare();
    expect([text(s.range.value), s.compare.value]).toEqual(["2019-08-19/2019-08-25", null]);
  });

  it("chooses the last week where nothing is chosen", () => {
    toggleCompare();
    expect([text(s.range.value), text(s.compare.value)]).toEqual(["2020-02-17/2020-02-23", "2020-02-24/2020-03-01"]);
  });

  it("tells what is new, gone and in both", () => {
    s.range.value = span("2019-06-01", "2019-06-30");
    s.compare.value = span("2019-08-01", "2019-08-31");
    const ids = (rows: number[]) => rows.map((row) => data.places.id[row]).sort();
    const { came, went, stayed, a, b } = changes.value!;
    expect(ids(came)).toEqual(["dl-SY", "g1", "u1"]);
    expect(ids(went)).toEqual(["r1", "t3"]);
    expect(ids(stayed)).toEqual(["t1"]);
    const t1 = data.places.row.get("t1")!;
    expect([a[t1], b[t1], placeParts.value![t1]]).toEqual([1, 3, IN_A | IN_B]);
    const part = (id: string) => articleParts.value![data.articleRow.get(id)!];
    expect([part("a000000000000002"), part("a000000000000001"), part("a000000000000003")]).toEqual([IN_A, IN_B, 0]);
  });

  it("looks at the one span only where nothing is compared", () => {
    s.range.value = span("2019-06-01", "2019-06-30");
    expect(changes.value).toBe(null);
    expect(shownRange.value).toEqual(s.range.value);
    s.compare.value = span("2019-08-01", "2019-08-31");
    expect(shownRange.value?.other).toEqual(s.compare.value);
    s.range.value = null;
    expect(changes.value).toBe(null);
  });
});
