import { describe, expect, it } from "vitest";
import type { Sums } from "../api/types";
import { formatDay, UNDATED, within } from "../domain/days";
import { histogram, makeMatrix, sumAll, sumRow, sumRows } from "./matrix";
import { makeTally, tallyOf } from "./tally";

/** A small generator, so that the same numbers come every time. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function made(mentions: number, rows: number, seed = 1) {
  const r = random(seed);
  const places = Int32Array.from({ length: mentions }, () => Math.floor(r() * (rows + 1)) - 1);
  const days = Int32Array.from({ length: mentions }, () => (r() < 0.05 ? UNDATED : 16000 + Math.floor(r() * 2000)));
  return { places, days, matrix: makeMatrix(rows, places, days) };
}

/** The sums of mentions, as the server says them. */
function summed(places: Int32Array, days: Int32Array): Sums {
  const bins = [...new Set(days)].filter((d) => d !== UNDATED).sort((a, b) => a - b);
  const doc: Sums = {
    numberMatched: places.length,
    by: ["place", "day"],
    places: [],
    bins: bins.map(formatDay),
    start: [0],
    bin: [],
    count: [],
    undated: [],
    confidence: [],
    nowhere: { bin: [], count: [], undated: 0 },
    links: [],
  };
  const run = (place: number) => {
    const of = days.filter((_, i) => places[i] === place);
    const bin = [...new Set(of)].filter((d) => d !== UNDATED).sort((a, b) => a - b);
    const count = bin.map((d) => of.filter((e) => e === d).length);
    return { bin: bin.map((d) => bins.indexOf(d)), count, undated: of.filter((d) => d === UNDATED).length };
  };
  for (const place of new Set(places.filter((p) => p >= 0))) {
    const { bin, count, undated } = run(place);
    doc.places.push(`p${place}`);
    doc.bin.push(...bin);
    doc.count.push(...count);
    doc.start.push(doc.bin.length);
    doc.undated.push(undated);
  }
  return { ...doc, nowhere: run(-1) };
}

describe("matrix", () => {
  it("counts what lies in either of two spans once", () => {
    const { places, days, matrix } = made(4000, 12, 5);
    const r = random(9);
    for (let k = 0; k < 40; k++) {
      const span = () => {
        const from = 15950 + Math.floor(r() * 2000);
        return { from, to: from + Math.floor(r() * 600) };
      };
      const range = { ...span(), other: span() };
      const wanted = new Uint32Array(12);
      days.forEach((day, i) => {
        if (places[i] >= 0 && day !== UNDATED && within(day, range)) wanted[places[i]]++;
      });
      expect(sumRows(matrix, range)).toEqual(wanted);
      expect(sumRow(matrix, 3, range)).toBe(wanted[3]);
    }
  });

  it("from the server's sums equals that from the mentions", () => {
    const { places, days } = made(3000, 20, 11);
    const doc = summed(places, days);
    const tally = tallyOf(doc, 20, (id) => Number(id.slice(1)));
    expect(tally).toEqual(makeTally(20, places, days));
    expect(sumAll(tally.places) + sumAll(tally.nowhere)).toBe(3000);
  });

  it("skips places of the sums that are not known", () => {
    const { places, days } = made(500, 5, 2);
    const tally = tallyOf(summed(places, days), 5, (id) => (id === "p3" ? undefined : Number(id.slice(1))));
    expect(sumRow(tally.places, 3, null)).toBe(0);
    expect(sumRow(tally.places, 4, null)).toBe(places.filter((p) => p === 4).length);
  });

  it("agrees with a plain count", () => {
    const { places, days, matrix } = made(5000, 40);
    for (const range of [
      null,
      { from: 16000, to: 18000 },
      { from: 16500, to: 16500 },
      { from: 17000, to: 17300 },
      { from: 1, to: 2 },
    ]) {
      const plain = new Uint32Array(40);
      places.forEach((p, i) => {
        if (p >= 0 && within(days[i], range)) plain[p]++;
      });
      expect(sumRows(matrix, range)).toEqual(plain);
    }
  });

  it("splits a range into parts that add up", () => {
    const { matrix } = made(3000, 10, 7);
    for (let row = 0; row < 10; row++) {
      const whole = sumRow(matrix, row, { from: 16000, to: 17999 });
      const parts = sumRow(matrix, row, { from: 16000, to: 16999 }) + sumRow(matrix, row, { from: 17000, to: 17999 });
      expect(parts).toBe(whole);
      expect(sumRow(matrix, row, null)).toBe(whole + matrix.undated[row]);
    }
  });

  it("puts every dated mention into one bar", () => {
    const { matrix } = made(3000, 10, 3);
    const edges = Int32Array.from({ length: 21 }, (_, i) => 16000 + i * 100);
    const bars = histogram(matrix, edges);
    expect(bars.reduce((a, b) => a + b)).toBe(sumRows(matrix, { from: 16000, to: 17999 }).reduce((a, b) => a + b));
    const some = Uint8Array.from({ length: 10 }, (_, i) => i % 2);
    const rest = some.map((v) => 1 - v);
    const [a, b] = [histogram(matrix, edges, some), histogram(matrix, edges, rest)];
    expect(bars.map((v, i) => v - a[i] - b[i])).toEqual(new Uint32Array(20));
  });

  it("skips what is excluded", () => {
    const { places, days } = made(1000, 5, 9);
    const matrix = makeMatrix(5, places, days, (i) => i < 10);
    const total = sumRows(matrix, null).reduce((a, b) => a + b);
    expect(total).toBe(places.slice(0, 10).filter((p) => p >= 0).length);
  });

  it("is empty when nothing is there", () => {
    const m = makeMatrix(3, new Int32Array(0), new Int32Array(0));
    expect(sumRows(m, null)).toEqual(new Uint32Array(3));
    expect(m.first).toBe(UNDATED);
    expect(histogram(m, Int32Array.of(0, 1))).toEqual(new Uint32Array(1));
  });

  it("agrees with a plain count for many mentions of many places", () => {
    const { places, days, matrix } = made(200_000, 8000, 5);
    const range = { from: 16100, to: 17000 };
    const plain = new Uint32Array(8000);
    places.forEach((p, i) => {
      if (p >= 0 && within(days[i], range)) plain[p]++;
    });
    expect(sumRows(matrix, range)).toEqual(plain);
  });
});
