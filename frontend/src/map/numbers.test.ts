import { describe, expect, it } from "vitest";
import { layoutNumbers } from "./numbers";

describe("the numbers of an article's places", () => {
  it("stand at the right shoulder where that is free", () => {
    const [one, two] = layoutNumbers([
      { n: 1, x: 100, y: 100, r: 10 },
      { n: 12, x: 200, y: 100, r: 10 },
    ]);
    expect([one.n, one.left, one.right]).toEqual([1, 103, 119]);
    expect([two.n, two.left, two.right]).toEqual([12, 200, 222]);
    expect([one.top, one.bottom]).toEqual([82, 96]);
  });

  it("never lie over each other, and those without room are left out", () => {
    const pile = Array.from({ length: 30 }, (_, i) => ({ n: i + 1, x: 100 + (i % 6), y: 100 + (i % 5), r: 8 }));
    const shown = layoutNumbers(pile);
    expect(shown[0].n).toBe(1);
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.length).toBeLessThan(30);
    for (const a of shown)
      for (const b of shown)
        if (a !== b)
          expect(a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top, `${a.n} ${b.n}`).toBe(
            false,
          );
  });
});
