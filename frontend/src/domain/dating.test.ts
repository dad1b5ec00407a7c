import { describe, expect, it } from "vitest";
import { datingCode, datingOf, isFirm } from "./dating";

describe("a dating", () => {
  it.each([
    ["day", "text", { precision: "day", assumed: false }],
    ["month", "context", { precision: "month", assumed: false }],
    ["year", "text", { precision: "year", assumed: false }],
    ["day", "published", { precision: "day", assumed: true }],
    ["day", "neighbours", { precision: "day", assumed: true }],
    [null, null, { precision: "day", assumed: false }],
    [undefined, undefined, { precision: "day", assumed: false }],
    ["fortnight", "hearsay", { precision: "day", assumed: false }],
  ])("of %s from %s", (precision, from, want) => {
    expect(datingOf(datingCode(precision, from))).toEqual(want);
  });

  it.each([
    ["day", "text", ["day", "week", "month", "year"]],
    ["month", "text", ["month", "year"]],
    ["year", "context", ["year"]],
    ["day", "published", []],
  ])("of %s from %s is firm in bars of %j", (precision, from, want) => {
    const units = (["day", "week", "month", "year"] as const).filter((u) => isFirm(datingCode(precision, from), u));
    expect(units).toEqual(want);
  });
});
