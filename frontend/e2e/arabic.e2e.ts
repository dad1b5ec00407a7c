// The page in Arabic: words, direction, and no English left over.

import { describe, expect, it } from "vitest";
import { arabicFont, drawList, expectAccessible, go, narrow, open, shot, skip, useBrowser, wide } from "./browser";

describe.skipIf(skip || !arabicFont)("in Arabic", () => {
  useBrowser();

  it("is mirrored, but for the map", async () => {
    const page = await open("?lang=ar", { size: wide });
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("html").getAttribute("lang")).toBe("ar");
    expect(await page.locator("#map").evaluate((e) => getComputedStyle(e).direction)).toBe("ltr");
    const panel = (await page.locator("#panel").boundingBox())!;
    expect(panel.x).toBe(0);
    await shot(page, "arabic");
    await expectAccessible(page);
    // Lines on the map have names in the reader's language, whatever that of the article.
    for (const [lang, other] of [
      ["ar", /[a-z]{4}/],
      ["en", /[\u0600-\u06ff]/],
    ] as const) {
      await go(page, `?lang=${lang}`);
      const lines = (await drawList(page)).labels.filter((l) => l.style === "line").map((l) => l.text);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((text) => other.test(text))).toEqual([]);
    }
  });

  it("runs from right to left, without a word of English in its own voice", async () => {
    const page = await open("?lang=ar", { data: "made" });
    const thumb = page.getByRole("slider", { name: "من" });
    await thumb.focus();
    const box = (await page.locator(".chart").boundingBox())!;
    expect((await thumb.boundingBox())!.x).toBeGreaterThan(box.x + box.width / 2);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => page.url()).toContain("time=");
    // No word of English in its own voice.
    for (const query of ["", "&list=places", "&place=t1", "&place=nowhere", "&time=2015-01-01/2015-01-02"]) {
      await go(page, `?lang=ar${query}`);
      const own = await page.evaluate(() => {
        const foreign = "bdi, [lang=en], .quote, h3 a, .article, .credit, time";
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const out: string[] = [];
        while (walker.nextNode()) {
          const { parentElement, textContent } = walker.currentNode;
          if (!parentElement?.closest(`${foreign}, script, noscript, .skips`) && /[A-Za-z]{2}/.test(textContent ?? ""))
            out.push(textContent!.trim());
        }
        return out;
      });
      expect(own, query).toEqual([]);
    }
  });

  it("switches by the button, and keeps to it", async () => {
    const page = await open("", { data: "made" });
    await page.getByRole("button", { name: "العربية" }).click();
    await page.getByRole("tab", { name: /الأماكن/ }).click();
    await page.getByRole("link", { name: /^خان شيخون/ }).waitFor();
    await expect.poll(async () => (await drawList(page)).labels.map((l) => l.text)).toContain("خان شيخون");
    await page.goto(new URL("/", page.url()).href);
    await page.getByRole("tab", { name: /المقالات/ }).waitFor();
  });

  it("fits a telephone", async () => {
    const page = await open("?lang=ar", { size: narrow, dark: true });
    await page.locator(".grip").click();
    await shot(page, "arabic-narrow-dark");
    await expectAccessible(page);
  });
});
