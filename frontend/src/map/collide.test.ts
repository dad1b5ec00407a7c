import { describe, expect, it } from "vitest";
import { type Box, Boxes, place } from "./collide";

const overlap = (a: Box, b: Box) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

describe("labels", () => {
  it("never overlap, however many want a place", () => {
    const boxes = new Boxes();
    const placed: Box[] = [];
    for (let i = 0; i < 2000; i++) {
      const box = place(boxes, (i * 379) % 1200, (i * 613) % 800, 3 + (i % 9), 40 + ((i * 17) % 60), 14);
      if (box) placed.push(box);
    }
    expect(placed.length).toBeGreaterThan(150);
    expect(placed.filter((a, i) => placed.slice(i + 1).some((b) => overlap(a, b)))).toEqual([]);
  });

  it("try the other sides of the circle", () => {
    const boxes = new Boxes();
    boxes.take({ left: 110, top: 80, right: 200, bottom: 120 });
    expect(place(boxes, 100, 100, 5, 50, 14)!.right).toBeLessThan(100);
  });

  it("are not cut by the window's edge", () => {
    const window = [0, 0, 100, 100] as const;
    const box = place(new Boxes(), 95, 50, 4, 40, 12, { window })!;
    expect(box.right).toBeLessThan(95);
    expect(place(new Boxes(), -30, 50, 4, 40, 12, { window })!.right).toBeLessThan(-30);
  });

  it("touching is not overlapping", () => {
    const boxes = new Boxes();
    boxes.take({ left: 0, top: 0, right: 10, bottom: 10 });
    expect(boxes.free({ left: 10, top: 0, right: 20, bottom: 10 })).toBe(true);
    expect(boxes.free({ left: 9.5, top: 0, right: 20, bottom: 10 })).toBe(false);
    expect(boxes.free({ left: -500, top: -500, right: -400, bottom: -400 })).toBe(true);
  });
});
