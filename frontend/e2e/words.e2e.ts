// Words in articles: the sentence that holds them, and where they stand in the text.

import { describe, expect, it } from "vitest";
import { expectAccessible, go, narrow, open, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("words", () => {
  useBrowser();

  it("are quoted with their sentence in the list, and marked", async () => {
    const page = await open("?q=market", { data: "made" });
    const card = page.locator(".card");
    await expect.poll(() => card.count()).toBe(1);
    await expect.poll(() => card.locator(".snippet").innerText()).toContain("Khan Shaykhun's market is in Syria.");
    expect(await card.locator(".hit").allInnerTexts()).toEqual(["market"]);
    await expectAccessible(page);
    await shot(page, "words");
    // In the title too, in any spelling.
    await go(page, "?q=TALKS");
    await expect.poll(() => page.locator(".card h3 .hit").allInnerTexts()).toEqual(["Talks"]);
    // A title is not quoted again below itself.
    await expect.poll(() => page.locator(".card .snippet").count()).toBe(0);
    // Within a place's name, which stays a link.
    await go(page, "?q=idlib&article=a000000000000003");
    await expect.poll(() => page.locator(".article a.mark .hit").first().innerText()).toBe("Idlib");
    // In Arabic behind a prefix.
    await go(page, "?lang=ar&q=قصف");
    await expect.poll(() => page.locator(".snippet .hit").allInnerTexts()).toEqual(["وقصف"]);
    await shot(page, "words-arabic");
    // In their other forms, but for those in quotation marks.
    await go(page, "?lang=en&q=marketing");
    await expect.poll(() => page.locator(".snippet .hit").allInnerTexts()).toEqual(["market"]);
    await go(page, `?q=${encodeURIComponent('"marketing"')}`);
    await expect.poll(() => page.locator("#panel").innerText()).toContain("No article contains");
  });

  it("are counted and marked in the article, which opens at the first, and one leads to the next", async () => {
    const page = await open("?q=units&article=a000000000000001", { data: "made", size: narrow });
    await page.locator(".article").waitFor();
    await expect.poll(() => page.locator("#panel .hit").allInnerTexts()).toEqual(["units", "Units"]);
    await expect.poll(() => page.locator(".hit-bar").innerText()).toContain("2 hits in this text");
    const next = page.getByRole("button", { name: "Next hit" });
    await next.click();
    const here = page.locator(".hit-here");
    await expect.poll(() => here.innerText()).toBe("units");
    await next.click();
    await expect.poll(() => here.innerText()).toBe("Units");
    await page.getByRole("button", { name: "Previous hit" }).click();
    await expect.poll(() => here.innerText()).toBe("units");
    await expectAccessible(page);
  });

  it("are quoted of an archive that is too large to be read", async () => {
    const page = await open("?q=market", { data: "made", most: 5 });
    await expect.poll(() => page.locator(".snippet .hit").allInnerTexts()).toEqual(["market"]);
  });
});
