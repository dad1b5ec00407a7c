import { describe, expect, it } from "vitest";
import { isFile, outletKey, outlets } from "./outlet";

describe("a source", () => {
  it.each([
    ["001_cff28bc277b8956d.txt", true],
    ["page.HTML", true],
    ["reuters.com", false],
    ["South Front", false],
    ["", false],
  ])("%s is a file: %s", (source, file) => expect(isFile(source)).toBe(file));

  it.each([
    ["Saker blog", "The Saker Blog"],
    ["South Front", "SouthFront"],
    ["L’Orient-Le Jour", "L'Orient Le Jour"],
    ["001.txt", ""],
  ])("%s is the same as %s", (a, b) => expect(outletKey(a)).toBe(outletKey(b)));

  it("stands in all its spellings for one outlet, files for none", () => {
    const counts = [
      ["a.txt", 3],
      ["Saker blog", 2],
      ["b.txt", 1],
      ["The Saker Blog", 7],
      ["", 1],
    ] as const;
    expect(outlets(counts)).toEqual([
      { sources: ["The Saker Blog", "Saker blog"], n: 9 },
      { sources: ["a.txt", "", "b.txt"], n: 5 },
    ]);
  });
});
