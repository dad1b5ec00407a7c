import { beforeEach, describe, expect, it } from "vitest";
import { addPoint, measured, path, pathLength, pointed, togglePath, undoPoint } from "./measure";

describe("measuring", () => {
  beforeEach(() => {
    path.value = pointed.value = null;
  });

  it("takes no point before it is asked for", () => {
    expect(addPoint(36, 35)).toBe(false);
    expect(measured.value).toBeNull();
    expect(pathLength.value).toBe(0);
  });

  it("goes from point to point, and on to the pointer", () => {
    togglePath();
    addPoint(36, 35);
    addPoint(36, 36);
    expect(pathLength.value).toBeCloseTo(111.2, 1);
    pointed.value = [36, 37];
    expect(measured.value).toEqual([
      [36, 35],
      [36, 36],
      [36, 37],
    ]);
    expect(pathLength.value).toBeCloseTo(222.4, 1);
    undoPoint();
    expect(path.value).toEqual([[36, 35]]);
    togglePath();
    expect([path.value, pointed.value, measured.value]).toEqual([null, null, null]);
  });

  it("takes the two clicks of a double one for one point", () => {
    togglePath();
    addPoint(36, 35);
    expect(addPoint(36, 35)).toBe(true);
    expect(path.value).toEqual([[36, 35]]);
  });
});
