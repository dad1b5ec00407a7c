import { expect, it } from "vitest";
import { diff, shortened } from "./diff";

const told = (older: string, newer: string) =>
  diff(older, newer)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}]` : `[+${text}]`))
    .join("");

it.each([
  ["Shelling hit Morek.", "Shelling hit Morek.", "Shelling hit Morek."],
  ["Two were killed in Morek.", "Three were killed in Morek.", "[-Two][+Three] were killed in Morek."],
  ["", "All new.", "[+All new.]"],
  ["All gone.", "", "[-All gone.]"],
  ["a b c d", "a c d e", "a[- b] c d[+ e]"],
  ["قصف على إدلب", "قصف عنيف على إدلب", "قصف[+ عنيف] على إدلب"],
  ["one\n\ntwo", "one\n\nthree\n\ntwo", "one[+\n\nthree]\n\ntwo"],
])("%j becomes %j", (older, newer, want) => {
  expect(told(older, newer)).toBe(want);
});

it("gives both texts back, whatever they are", () => {
  const words = ["a", "b", "c", "\n", "d"];
  let seed = 1;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return seed;
  };
  const text = () => Array.from({ length: next() % 30 }, () => words[next() % words.length]).join(" ");
  for (let n = 0; n < 200; n++) {
    const [older, newer] = [text(), text()];
    const pieces = diff(older, newer);
    const of = (kind: string) =>
      pieces
        .filter((p) => p.kind !== kind)
        .map((p) => p.text)
        .join("");
    expect(of("new")).toBe(older);
    expect(of("gone")).toBe(newer);
  }
});

it("is bounded: of very long texts that share nothing all is changed", () => {
  const [older, newer] = [`x${" x".repeat(5000)}`, `y${" y".repeat(5000)}`];
  expect(diff(older, newer).map((p) => p.kind)).toEqual(["gone", "new"]);
});

it("leaves out what is far from a change", () => {
  const many = "w ".repeat(100);
  const pieces = shortened(diff(`${many}a ${many}`, `${many}b ${many}`));
  expect(pieces.map((p) => p?.kind ?? null)).toEqual([null, "same", "gone", "new", "same", null]);
});
