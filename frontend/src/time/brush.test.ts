import { describe, expect, it } from "vitest";
import { makeBins } from "../domain/bins";
import { formatDay, parseDay, type Range } from "../domain/days";
import { drag, nudge } from "./brush";

const day = parseDay;
const months = makeBins(day("2015-01-27"), day("2020-06-26"), "month");
const text = (r: Range) => `${formatDay(r.from)}/${formatDay(r.to)}`;
const august = { from: day("2019-08-01"), to: day("2019-08-31") };

describe("drag", () => {
  it("a new range covers whole bars, whichever way it is drawn", () => {
    expect(text(drag({ kind: "new", at: day("2019-08-22") }, day("2019-10-03"), months))).toBe("2019-08-01/2019-10-31");
    expect(text(drag({ kind: "new", at: day("2019-08-22") }, day("2019-06-30"), months))).toBe("2019-06-01/2019-08-31");
  });
  it("an end does not pass the other", () => {
    expect(text(drag({ kind: "from", range: august }, day("2020-01-01"), months))).toBe("2019-08-01/2019-08-31");
    expect(text(drag({ kind: "to", range: august }, day("2016-01-01"), months))).toBe("2019-08-01/2019-08-31");
    expect(text(drag({ kind: "to", range: august }, day("2019-11-11"), months))).toBe("2019-08-01/2019-11-30");
  });
  it("the band keeps its length at the axis' ends", () => {
    expect(text(drag({ kind: "band", range: august, at: day("2019-08-10") }, day("2019-09-10"), months))).toBe(
      "2019-09-01/2019-09-30",
    );
    expect(text(drag({ kind: "band", range: august, at: day("2019-08-10") }, day("2030-01-01"), months))).toBe(
      "2020-06-01/2020-06-30",
    );
    expect(text(drag({ kind: "band", range: august, at: day("2019-08-10") }, day("2000-01-01"), months))).toBe(
      "2015-01-01/2015-01-31",
    );
  });
});

describe("nudge", () => {
  const by = (end: "from" | "to", sign: 1 | -1, step: "day" | "bar" | "page" | "end", range = august) =>
    text(nudge(range, end, sign, step, months));
  it("moves an end by a bar", () => {
    expect(by("from", -1, "bar")).toBe("2019-07-01/2019-08-31");
    expect(by("to", 1, "bar")).toBe("2019-08-01/2019-09-30");
    expect(by("to", -1, "bar", { from: day("2019-06-01"), to: day("2019-08-31") })).toBe("2019-06-01/2019-07-31");
  });
  it("first to the edge of a bar, from inside one", () => {
    const inside = { from: day("2019-08-12"), to: day("2019-10-12") };
    expect(by("from", -1, "bar", inside)).toBe("2019-08-01/2019-10-12");
    expect(by("from", 1, "bar", inside)).toBe("2019-09-01/2019-10-12");
    expect(by("to", 1, "bar", inside)).toBe("2019-08-12/2019-10-31");
    expect(by("to", -1, "bar", inside)).toBe("2019-08-12/2019-09-30");
  });
  it("by a day, half a year, or to the end", () => {
    expect(by("from", -1, "day")).toBe("2019-07-31/2019-08-31");
    expect(by("from", -1, "page")).toBe("2019-02-01/2019-08-31");
    expect(by("to", 1, "end")).toBe("2019-08-01/2020-06-30");
    expect(by("from", -1, "end")).toBe("2015-01-01/2019-08-31");
  });
  it("stays in order and on the axis", () => {
    expect(by("from", 1, "end")).toBe("2019-08-31/2019-08-31");
    expect(by("to", -1, "page")).toBe("2019-08-01/2019-08-01");
  });
});
