// Everything without a pointer.

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessible, open, settled, shot, skip, useBrowser } from "./browser";

const active = (page: Page) =>
  page.evaluate(() => {
    const e = document.activeElement as HTMLElement;
    return `${e.tagName.toLowerCase()} ${e.getAttribute("aria-label") ?? e.textContent?.trim().replace(/\s+/g, " ").slice(0, 30) ?? ""}`;
  });

describe.skipIf(skip)("the keyboard", () => {
  useBrowser();

  it("walks through the page in the order of reading", async () => {
    const page = await open("", { data: "made" });
    const stops: string[] = [];
    for (let i = 0; i < 31; i++) {
      await page.keyboard.press("Tab");
      stops.push(await active(page));
    }
    await expect(stops.join("\n")).toMatchFileSnapshot("golden/tab-order.txt");
  });

  it("skips to the list, opens a place, reads an article and comes back to where it was", async () => {
    const page = await open("?list=places", { data: "made" });
    for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
    await expect.poll(() => active(page)).toBe("a Skip to the list");
    await page.keyboard.press("Enter");
    await expect.poll(() => active(page)).toMatch(/^button Places/);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => active(page)).toMatch(/^button Articles/);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => active(page)).toMatch(/^button Places/);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => active(page)).toMatch(/^button Lines & areas/);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => active(page)).toMatch(/^button Places/);
    const row = page.locator(".row").first();
    await row.focus();
    const name = await row.locator("bdi").innerText();
    await page.keyboard.press("Enter");
    await expect.poll(() => active(page)).toBe(`h2 ${name}`);
    await page.locator(".quote").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("article=");
    const here = () => page.locator(".mark-here").evaluate((mark) => mark === document.activeElement);
    await expect.poll(here).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("article=");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("place=");
    await expect.poll(() => active(page)).toMatch(new RegExp(`^a ${name}`));
  });

  it("stays on what it is on when ranks change", async () => {
    const page = await open("?list=places&map=7.5/35.3/36.8", { data: "made" });
    await page.locator(".row", { hasText: "Khan Shaykhun" }).focus();
    const rank = () =>
      page.locator(".row").evaluateAll((all) => all.findIndex((e) => e.textContent?.includes("Khan Shaykhun")));
    const before = await rank();
    await page.evaluate(() => {
      history.replaceState(null, "", `${location.search}&time=2019-06-01/2019-06-30`);
      window.dispatchEvent(new PopStateEvent("popstate"));
    });
    await expect.poll(rank).not.toBe(before);
    await expect.poll(() => active(page)).toMatch(/^a Khan Shaykhun/);
  });

  it("moves the map", async () => {
    const page = await open("?map=7/35/37", { data: "made" });
    await page.locator("#map").focus();
    await page.keyboard.press("+");
    await expect.poll(() => page.url()).toMatch(/map=8\//);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => Number(/map=8\/[\d.]+\/([\d.]+)/.exec(page.url())?.[1])).toBeLessThan(37);
  });

  it("has shortcuts, which a sheet lists and which can be turned off", async () => {
    const page = await open("", { data: "made" });
    await page.keyboard.press("2");
    await expect.poll(() => page.url()).toContain("list=places");
    for (const [i, name] of ["articles", "places", "fronts", "events", "divisions"].entries()) {
      await page.keyboard.press(String(i + 1)); // in the order of the tabs
      await expect.poll(() => active(page)).toContain("button");
      expect(await page.getByRole("tab").nth(i).getAttribute("id")).toBe(`tab-${name}`);
      await expect.poll(() => page.getByRole("tab", { selected: true }).getAttribute("id")).toBe(`tab-${name}`);
    }
    await page.keyboard.press("2");
    await page.keyboard.press("]");
    await expect.poll(() => page.url()).toContain("time=");
    await page.keyboard.press("/");
    await expect.poll(() => active(page)).toContain("input");
    await page.keyboard.type("?1");
    await expect.poll(() => page.locator("#find").inputValue()).toBe("?1");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator("#tab-places").focus();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect.poll(() => sheet.innerText()).toContain("Divisions");
    await expectAccessible(page);
    await shot(page, "keys");
    await sheet.getByRole("checkbox").uncheck();
    await page.keyboard.press("Escape");
    await expect.poll(() => sheet.count()).toBe(0);
    await page.keyboard.press("1");
    await settled(page);
    expect(page.url()).toContain("list=places");
  });

  it("shows where the focus is", async () => {
    const page = await open("", { data: "made" });
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        const rings = [
          getComputedStyle(e),
          getComputedStyle(e, "::after"),
          e.nextElementSibling ? getComputedStyle(e.nextElementSibling) : null,
        ];
        return rings.some((r) => r && r.outlineStyle !== "none" && Number.parseFloat(r.outlineWidth) >= 2);
      });
      expect(seen, await active(page)).toBe(true);
    }
  });
});
