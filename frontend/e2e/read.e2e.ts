// Reading: a place, its sentences, their article and its marks, each lighting the other.

import { describe, expect, it } from "vitest";
import { circle, drawList, expectAccessible, go, open, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("reading", () => {
  useBrowser();

  it("a click on a circle shows its sentences, newest first, with the name marked", async () => {
    const page = await open("", { data: "made" });
    const { x, y, n } = await circle(page, "t1");
    await page.mouse.move(x, y);
    await expect.poll(() => page.locator(".tip").innerText()).toMatch(/Khan Shaykhun/);
    await page.mouse.click(x, y);
    await page.getByRole("heading", { name: "Khan Shaykhun", exact: true }).waitFor();
    await expect.poll(() => page.locator("mark").count()).toBe(n);
    expect(await page.locator(".count-line").innerText()).toContain(`${n} mentions in 2 articles`);
    const dates = await page.locator(".sentence time").evaluateAll((all) => all.map((t) => t.getAttribute("datetime")));
    expect(dates).toEqual([...dates].sort().reverse());
    // The second line names it twice, after a character of two units.
    expect(await page.locator(".quote", { hasText: "market" }).locator("mark").allInnerTexts()).toEqual([
      "Khan Shaykhun",
      "Khan Shaykhun",
    ]);
    const arabic = page.locator(".quote[lang=ar]");
    expect(await arabic.locator("mark").innerText()).toBe("خان شيخون");
    expect(await arabic.evaluate((e) => getComputedStyle(e).direction)).toBe("rtl");
    await expectAccessible(page);
  });

  it("says how sure it is, what a name stands for, and a title once", async () => {
    const page = await open("?place=u1", { data: "made" });
    expect(await page.locator(".tag").allInnerTexts()).toEqual(["Low confidence"]);
    await go(page, "?place=dl-SY&roles=all");
    await page.getByText("a government").waitFor();
    await expect.poll(() => page.locator(".note").first().innerText()).toContain("An area, shown by a symbol");
    // The title is not repeated as the first line of the text.
    await go(page, "?article=a000000000000001");
    await page.locator(".article p").first().waitFor();
    expect(await page.locator("#panel-title").innerText()).toBe("Army units enter Khan Shaykhun");
    expect(await page.locator(".article p").first().innerText()).toMatch(/^Units entered/);
    // In the source the title has a no-break space.
    await go(page, "?article=a000000000000003");
    await expect.poll(() => page.locator("#panel-title .mark").innerText()).toBe("Idlib");
    expect(await page.locator(".article p").first().innerText()).toMatch(/^Damascus and others/);
  });

  it("leads from a sentence to its place in the article, and back", async () => {
    const page = await open("?place=t1", { data: "made" });
    await page.locator(".quote", { hasText: "market" }).click();
    await page.locator(".mark-here").waitFor();
    expect(await page.locator(".mark-here").innerText()).toBe("Khan Shaykhun");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain("mark-here");
    const marks = await page.locator(".panel .mark").allInnerTexts();
    expect(marks).toEqual([
      "Khan Shaykhun",
      "Khan Shaykhun",
      "Khan Shaykhun",
      "Syria",
      "Zakat",
      "Nowhere Hill",
      "Hama Governorate",
    ]);
    await expectAccessible(page);
    await page.goBack();
    await page.locator(".count-line").waitFor();
    await expect.poll(() => page.url()).not.toContain("article=");
  });

  it("a mark lights its place, a place its marks", async () => {
    const page = await open("?article=a000000000000001", { data: "made" });
    await page.locator("a.mark", { hasText: "Zakat" }).hover();
    await expect.poll(() => page.locator(".tip").innerText()).toMatch(/Zakat/);
    const { x, y } = await circle(page, "t1");
    await page.mouse.move(x, y);
    await expect
      .poll(() => page.locator(".mark-lit").allInnerTexts())
      .toEqual(["Khan Shaykhun", "Khan Shaykhun", "Khan Shaykhun"]);
    await go(page, "?article=a000000000000003&map=9/35.6/36.7");
    await page.locator(".article .mark", { hasText: "Idlib" }).first().hover();
    await expect.poll(() => page.locator("#tooltip").innerText()).toContain("Idlib");
    const at = await circle(page, "t2");
    await page.mouse.move(at.x, at.y);
    await expect.poll(() => page.locator(".mark-lit").allInnerTexts()).toEqual(["Idlib", "Idlib"]);
  });

  it("opens lines and areas; those of one shape are one", async () => {
    const page = await open("?list=fronts", { data: "made" });
    const styles = async () => (await drawList(page)).fronts.map((f) => f.style).sort();
    expect(await styles()).toEqual(["axis", "border", "road"]);
    await page.getByRole("button", { name: /Legend/ }).click();
    await page.getByRole("checkbox", { name: "Countryside and regions" }).check();
    await expect.poll(styles).toEqual(["area", "area", "axis", "border", "road"]);
    await expect.poll(() => page.url()).toContain("areas=1");
    await page.locator(".legend").getByRole("button", { name: "Close" }).click();
    await page.locator(".row").first().click();
    await expect.poll(() => page.locator(".count-line").innerText()).toContain("2 sentences");
    await expect.poll(() => page.locator(".note").first().innerText()).toContain("±15 km");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: /Legend/ }).click();
    await page.getByRole("checkbox", { name: "Lines and areas" }).uncheck();
    await expect.poll(async () => (await drawList(page)).fronts.length).toBe(0);
  });

  it("shows the server's own articles in full", async () => {
    const page = await open("");
    await page.locator(".card a").first().click();
    await page.locator(".article p").first().waitFor();
    await expect.poll(() => page.locator(".panel .mark").count()).toBeGreaterThan(3);
    await expectAccessible(page);
    await shot(page, "article");
    await page.locator("a.mark").first().click();
    await shot(page, "article-place");
  });

  it("says of a mention why it is where it is, and what else it could be", async () => {
    const page = await open("?article=a000000000000001", { data: "made" });
    await page.locator(".mark", { hasText: "Zakat" }).click();
    const card = page.locator(".why");
    await expect.poll(() => card.innerText()).toMatch(/town or village · the place itself · low/i);
    await expect.poll(() => card.innerText()).toContain("sounds like Zakat");
    await shot(page, "why");
    await expectAccessible(page);
    const candidate = card.getByRole("button", { name: /Zakat Village/ });
    await candidate.focus();
    await candidate.press("Enter");
    await expect.poll(() => page.url()).toContain("map=9/35.2");
    await page.locator(".mark", { hasText: "Nowhere Hill" }).click();
    await expect.poll(() => card.innerText()).toMatch(/not located/);
    await card.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => card.count()).toBe(0);
  });
});
