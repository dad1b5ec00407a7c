import { describe, expect, it } from "vitest";
import { align } from "./align";
import { CodePoints } from "./points";
import { paragraphs, segments, titleIn } from "./segments";

describe("code points", () => {
  it.each(["plain", "خان شيخون", "a😀b𝒦c", "😀😀", "", "é\u0301x"])("every offset of %j matches", (text) => {
    const points = new CodePoints(text);
    const all = Array.from(text);
    expect(points.length).toBe(all.length);
    for (let n = 0; n <= all.length; n++) {
      expect(points.unit(n)).toBe(all.slice(0, n).join("").length);
      expect(points.slice(0, n)).toBe(all.slice(0, n).join(""));
    }
  });

  it("clamps", () => {
    const points = new CodePoints("a😀");
    expect(points.unit(-5)).toBe(0);
    expect(points.unit(99)).toBe(3);
  });
});

describe("align", () => {
  const named = (phrase: string, start: number) => ({ phrase, start, end: start + Array.from(phrase).length });

  it("finds the one that is meant among equal names", () => {
    // In the article the sentence starts at 100; the second "Idlib" is the mention, "Hama" settles it.
    const sentence = "Idlib, then Idlib city, then Hama";
    expect(align(sentence, [named("Idlib", 112), named("Hama", 129)])).toEqual([
      { start: 12, end: 17 },
      { start: 29, end: 33 },
    ]);
  });

  it("counts code points", () => {
    expect(align("😀 من حماة", [named("حماة", 205)])).toEqual([{ start: 5, end: 9 }]);
  });

  it("a sentence that is but the name", () => {
    expect(align("Kobani", [named("Kobani", 22)])).toEqual([{ start: 0, end: 6 }]);
  });

  it("says so where the name is missing", () => {
    expect(align("nothing here", [named("Hama", 3)])).toEqual([null]);
    expect(align("near Hama", [named("Hama", 5), named("Homs", 40)])).toEqual([{ start: 5, end: 9 }, null]);
  });
});

describe("segments", () => {
  it("cover the text without gaps whatever overlaps", () => {
    const mentions = [
      { start: 2, end: 6 },
      { start: 4, end: 5 },
      { start: 9, end: 30 },
    ];
    const fronts = [{ start: 0, end: 10 }];
    const parts = segments(1, 20, mentions, fronts);
    expect(parts[0].start).toBe(1);
    expect(parts.at(-1)!.end).toBe(20);
    parts.slice(1).forEach((p, i) => {
      expect(p.start).toBe(parts[i].end);
    });
    expect(parts.find((p) => p.start === 4)!.mention).toBe(mentions[1]);
    expect(parts.find((p) => p.start === 9)).toMatchObject({ mention: mentions[2], front: fronts[0] });
    expect(parts.at(-1)).toMatchObject({ mention: mentions[2], front: null });
  });

  it("tell the words that were searched for, inside of a mention too", () => {
    const hits = [{ start: 1, end: 3 }];
    expect(
      segments(0, 5, [{ start: 2, end: 5 }], [], hits).map(({ start, mention, hit }) => [start, !!mention, hit]),
    ).toEqual([
      [0, false, false],
      [1, false, true],
      [2, true, true],
      [3, true, false],
    ]);
  });

  it("of a text without marks is the text", () => {
    expect(segments(0, 5, [], [])).toEqual([{ start: 0, end: 5, hit: false, mention: null, front: null }]);
  });
});

describe("paragraphs", () => {
  it("are what empty lines part, in code points", () => {
    const text = "Title 😀\n\nOne\nmore\n \n\nTwo\n";
    const points = new CodePoints(text);
    expect(paragraphs(text).map((p) => points.slice(p.start, p.end))).toEqual(["Title 😀", "One\nmore", "Two"]);
  });

  it("keep apart what stands aside", () => {
    const text = "😀 Title\n3 May\nTold\n\nRelated\nVideos";
    const points = new CodePoints(text);
    const found = paragraphs(text, [
      [8, 13],
      [20, 27],
      [28, 34],
    ]);
    expect(found.map((p) => [points.slice(p.start, p.end), p.aside])).toEqual([
      ["😀 Title", false],
      ["3 May", true],
      ["Told", false],
      ["Related\nVideos", true],
    ]);
  });
});

describe("a title", () => {
  it.each([
    ["as it is", "Talks\n\nMore", "Talks", [0, 5]],
    ["with a no-break space", "In\u00a0Idlib\n\nMore", "In Idlib", [0, 8]],
    ["with two spaces and a soft hyphen", "In  Id\u00adlib \nMore", "In Idlib", [0, 11]],
    ["after empty lines", "\n\n😀 Talks\nMore", "😀 Talks", [2, 9]],
    ["over two lines", "Talks\non Idlib\nMore", "Talks on Idlib", [0, 14]],
    ["as all there is", "Talks", "Talks", [0, 5]],
  ] as const)("is found: %s", (_, text, title, [start, end]) => {
    expect(titleIn(text, title)).toEqual({ start, end });
  });

  it.each([
    ["another one", "Talks on Idlib\nMore", "Talks"],
    ["none", "Talks\nMore", ""],
    ["no text", " \n", "Talks"],
    ["a longer one", "Talks", "Talks on Idlib"],
  ])("is not found: %s", (_, text, title) => {
    expect(titleIn(text, title)).toBeNull();
  });

  it("is no part of the paragraphs", () => {
    const text = "In\u00a0Idlib\nTold\n\nMore";
    const points = new CodePoints(text);
    const told = paragraphs(text, [], titleIn(text, "In Idlib")!.end);
    expect(told.map((p) => points.slice(p.start, p.end))).toEqual(["Told", "More"]);
  });
});
