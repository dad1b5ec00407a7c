// 360 pixels wide: the map to the edges, a sheet over its foot.

import { describe, expect, it } from "vitest";
import { circle, drawList, expectAccessible, go, narrow, open, settled, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("on a narrow screen", () => {
  useBrowser();

  it("has no sideways scroll, and targets for a thumb", async () => {
    const page = await open("", { size: narrow });
    await shot(page, "narrow");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
    await page.locator(".grip").click();
    for (const query of ["", "?list=events", "?list=events&events=control", "?list=divisions", "?place=gn168325"]) {
      await go(page, query);
      if (!query) await page.getByRole("button", { name: "Filters", exact: true }).click();
      const targets = page.locator("button, .segment, [role=slider], select, summary, .choice, .control-day input");
      const shown = await targets.evaluateAll((all) =>
        all
          .map((e) => ({ name: e.getAttribute("aria-label") ?? e.textContent?.trim(), box: e.getBoundingClientRect() }))
          .filter(({ name, box }) => box.height > 0 && name !== "Show") // that one stands in a sentence
          .map(({ name, box: { width, height } }) => ({ name, least: Math.min(width, height) })),
      );
      expect(shown.length, query).toBeGreaterThan(15);
      expect(
        shown.filter(({ least }) => least < 44),
        query,
      ).toEqual([]);
    }
  });

  it("a tab that is tapped shows its list, also where it was chosen before", async () => {
    const page = await open("", { size: narrow, data: "made" });
    const height = async () => (await page.locator("#sheet").boundingBox())!.height;
    const peek = await height();
    await page.getByRole("tab", { name: /Places/ }).click();
    await expect.poll(height).toBeGreaterThan(peek + 150);
    for (let i = 0; i < 2; i++) await page.locator(".grip").click();
    await expect.poll(height).toBe(peek);
    await page.getByRole("tab", { name: /Places/ }).click();
    await expect.poll(height).toBeGreaterThan(peek + 150);
  });

  it("a sign of an event that is tapped stays in sight above its card", async () => {
    const page = await open("?list=events", { size: narrow });
    await expect.poll(async () => (await drawList(page)).signs?.length ?? 0).toBeGreaterThan(5);
    const map = (await page.locator("#map").boundingBox())!;
    const [x, y] = (await drawList(page)).signs!.findLast(([x, y]) => x > 90 && x < 340 && y > 300 && y < 480)!;
    await page.touchscreen.tap(map.x + x, map.y + y);
    const card = page.locator(".picked .card");
    await card.waitFor();
    await settled(page);
    const sheet = (await page.locator("#sheet").boundingBox())!;
    expect(sheet.height).toBeLessThan(600);
    await expect.poll(async () => (await card.boundingBox())!.y).toBeLessThan(740);
    const near = async () =>
      (await drawList(page)).signs!.some(([sx, sy]) => sx > 0 && sx < 360 && sy > 0 && map.y + sy < sheet.y);
    await expect.poll(near).toBe(true);
  });

  it("the sheet opens by its grip, by a drag, and to what is chosen", async () => {
    const page = await open("", { size: narrow, data: "made" });
    const height = async () => (await page.locator("#sheet").boundingBox())!.height;
    const peek = await height();
    await page.locator(".grip").click();
    await expect.poll(height).toBeGreaterThan(peek + 150);
    await shot(page, "narrow-list");
    await expectAccessible(page);
    const grip = (await page.locator(".grip").boundingBox())!;
    await page.mouse.move(180, grip.y + 10);
    await page.mouse.down();
    await page.mouse.move(180, 400);
    await page.mouse.move(180, 700);
    await page.mouse.up();
    await expect.poll(height).toBe(peek);
    await settled(page);
    const { x, y } = await circle(page, "t1");
    await page.touchscreen.tap(x, y);
    await page.locator(".count-line").waitFor();
    await expect.poll(height).toBeGreaterThan(peek + 150);
    // What is chosen stands above the sheet.
    await settled(page);
    const sheet = (await page.locator("#sheet").boundingBox())!;
    await expect.poll(async () => (await circle(page, "t1")).y).toBeLessThan(sheet.y);
    await expectAccessible(page);
    await page.locator(".quote").first().click();
    await page.locator(".article").waitFor();
    await shot(page, "narrow-article");
    await expectAccessible(page);
  });

  it("shows the tabs in full while the sheet is low", async () => {
    const page = await open("", { size: narrow, data: "made" });
    for (const query of ["", "?lang=ar"]) {
      await go(page, query);
      await page.locator(".tab").first().waitFor();
      const end = () => page.locator(".tab").evaluateAll((all) => all.map((e) => e.getBoundingClientRect().bottom));
      await expect.poll(async () => Math.max(...(await end()))).toBeLessThanOrEqual(narrow.height);
    }
  });

  it("leaves text to read above the reasons of a mark, and the map above both", async () => {
    const page = await open("?article=a000000000000001&at=31", { size: narrow, data: "made" });
    await page.locator(".mark").nth(2).click();
    await page.locator(".why").waitFor();
    await settled(page);
    const why = (await page.locator(".why").boundingBox())!;
    const head = (await page.locator(".panel-head").boundingBox())!;
    expect(why.y - (head.y + head.height)).toBeGreaterThan(60);
    const mark = (await page.locator(".mark-here").first().boundingBox())!;
    expect(mark.y + mark.height).toBeLessThanOrEqual(why.y);
    expect((await page.locator("#sheet").boundingBox())!.y).toBeGreaterThan(narrow.height / 3);
  });

  it("holds the legend, which the first hint leaves free", async () => {
    const page = await open("", { size: narrow, data: "made" });
    await page.locator(".hint").waitFor();
    await page.getByRole("button", { name: /Legend/ }).click();
    await page.locator(".hint").waitFor({ state: "detached" });
    await page.locator(".legend").getByRole("button", { name: "Close" }).waitFor();
    await shot(page, "narrow-legend");
    await expectAccessible(page);
  });

  it("stands 200 % zoom on a small screen, and lies on its side", async () => {
    for (const size of [
      { width: 640, height: 400 },
      { width: 740, height: 360 },
    ]) {
      const page = await open("", { size, data: "made" });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      await page.locator(".card").first().waitFor();
      expect((await page.locator("#map").boundingBox())!.height).toBeGreaterThan(180);
      await shot(page, `low-${size.width}`);
      await expectAccessible(page);
    }
  });
});
