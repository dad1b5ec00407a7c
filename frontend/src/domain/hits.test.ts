import { describe, expect, it } from "vitest";
import { hitsIn, searchTerms, snippet } from "./hits";
import { stem } from "./stem";

const marked = (text: string, search: string) => {
  const points = Array.from(text);
  return hitsIn(text, searchTerms(search, stem)).map(({ start, end }) => points.slice(start, end).join(""));
};

describe("hits", () => {
  it.each([
    ["a word", "Drones were seen; a drone fell.", "drone", ["Drones", "drone"]],
    ["several, in the order of the text", "The army left the town.", "town army", ["army", "town"]],
    ["marks and capitals make no difference", "KHĀN Shaykhun", "khan", ["KHĀN"]],
    ["apostrophes make none", "Ma’arrat fell", "maarrat", ["Ma’arrat"]],
    ["Arabic prefixes hide nothing", "دارت معارك والقصف مستمر", "قصف", ["والقصف"]],
    ["Arabic marks and stretches make no difference", "قَصْـف", "قصف", ["قَصْـف"]],
    ["other forms of the word", "They shelled it; shells, no shelter.", "shelling", ["shelled", "shells"]],
    ["of a plural", "The city of cities, cited", "cities", ["city", "cities"]],
    ["in quotation marks no other form", "They shelled it while shelling.", '"shelling"', ["shelling"]],
    ["other forms of an Arabic word", "اشتباك في الغارات", "واشتباكات غارة", ["اشتباك", "الغارات"]],
    ["what is not there", "The army left.", "navy", []],
    ["no word", "The army left.", "…", []],
    ["behind characters of two units", "😀 drone", "drone", ["drone"]],
  ])("%s", (_, text, search, want) => {
    expect(marked(text, search)).toEqual(want);
  });
});

describe("a snippet", () => {
  const long = `${"word ".repeat(60)}drone ${"word ".repeat(60)}`.trim();

  it("is the text itself where that is short", () => {
    expect(snippet("A drone fell.", searchTerms("drone"))).toBe("A drone fell.");
  });

  it("is cut between words around the first hit", () => {
    const cut = snippet(long, searchTerms("drone"), 60);
    expect(cut).toMatch(/^… (word )+drone (word ?)+ …$/);
    expect(Array.from(cut).length).toBeLessThanOrEqual(64);
  });

  it("begins with the text where nothing is hit", () => {
    expect(snippet(long, searchTerms("navy"), 20)).toBe("word word word word …");
  });

  it("ends where one word is longer than it may be", () => {
    expect(Array.from(snippet("x".repeat(500), searchTerms("x"), 60)).length).toBeLessThan(70);
  });
});
