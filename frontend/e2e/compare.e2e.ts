// Comparing two spans of time.

import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, narrow, open, shot, skip, useBrowser } from "./browser";

const two = "?time=2019-06-01/2019-06-30&compare=2019-08-01/2019-08-31";

describe.skipIf(skip)("comparing", () => {
  useBrowser();

  it("splits circles and lists by the span", async () => {
    const page = await open(`${two}&list=places`, { data: "made" });
    const { symbols } = await drawList(page);
    const part = (id: string) => (symbols.find((s) => s.place === id) as { part?: string } | undefined)?.part;
    expect(["t3", "u1", "t1"].map(part)).toEqual(["A", "B", "AB"]);
    const section = (name: RegExp) => page.getByRole("region", { name }).locator(".row-name").allInnerTexts();
    expect(await section(/^New in B/)).toContain("Zakat");
    expect(await section(/^Gone in B/)).toContain("Kafr Zita");
    expect(await section(/^In both/)).toEqual(["Khan Shaykhun"]);
    expect(await page.locator(".time-two").innerText()).toMatch(/A\s+1\s?–\s?30 Jun 2019\s+B\s+1\s?–\s?31 Aug 2019/);
    await expectAccessible(page);
    await shot(page, "compare");
    await page.getByRole("tab", { name: /^Articles/ }).click();
    await expect.poll(() => page.locator(".part-tag").allInnerTexts()).toEqual(["B", "A"]);
  });

  it("starts from what is chosen, steps both, and ends", async () => {
    const page = await open("?time=2019-08-19/2019-08-25", { data: "made" });
    const button = page.getByRole("button", { name: "Compare" });
    await button.click();
    await expect.poll(() => page.url()).toContain("time=2019-08-12/2019-08-18&compare=2019-08-19/2019-08-25");
    await page.getByRole("button", { name: "Earlier" }).click();
    await expect.poll(() => page.url()).toContain("time=2019-08-05/2019-08-11&compare=2019-08-12/2019-08-18");
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
    await button.click();
    await expect.poll(() => page.url()).toContain("time=2019-08-12/2019-08-18");
    expect(page.url()).not.toContain("compare");
  });

  it("takes the second span by Shift and drag", async () => {
    const page = await open(two, { data: "made" });
    const box = (await page.locator(".chart").boundingBox())!;
    await page.keyboard.down("Shift");
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.95, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await expect.poll(() => page.url()).toMatch(/time=2019-06-01\/2019-06-30&compare=20(19-1[12]|20)/);
  });

  it("counts an archive that is too large to be read by the same spans", async () => {
    const small = await open(`${two}&list=places`, { data: "made" });
    const large = await open(`${two}&list=places`, { data: "made", most: 5 });
    const rows = (page: typeof small) => page.locator(".row").allInnerTexts();
    const read = await rows(small);
    expect(read.length).toBeGreaterThan(2);
    await expect.poll(() => rows(large)).toEqual(read);
    await large.getByRole("tab", { name: /^Articles/ }).click();
    await expect.poll(() => large.locator(".card").count()).toBe(2);
  });

  it("fits a narrow screen, in Arabic and in the dark", async () => {
    const page = await open(`${two}&list=places&lang=ar`, { data: "made", size: narrow, dark: true });
    await page.locator(".grip").click();
    await expectAccessible(page);
    await shot(page, "compare-narrow-arabic");
  });
});
