// Filters: by what a mention is and by a box, each a chip, all in the address, and the counts add up.

import type { Page } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { drawList, expectAccessible, go, mentionsDrawn, open, settled, shot, skip, useBrowser } from "./browser";
import { documents } from "./fixtures/atlas";
import { Archive } from "./server";

const mentions = mentionsDrawn;
const chips = (page: Page) => page.locator(".filter-chip").allInnerTexts();

/** The lines of the ledger, when the page is at rest. */
async function ledger(page: Page): Promise<Record<string, number>> {
  await settled(page);
  const rows = await page
    .locator(".ledger tr")
    .evaluateAll((all) => all.map((r) => [r.children[0].textContent!, r.children[1].textContent!]));
  return Object.fromEntries(rows.map(([name, n]) => [name, Number(n)]));
}

async function expectSum(page: Page) {
  const { Total: all, "In this period": time, ...rest } = await ledger(page);
  const { "In view": view, "Elsewhere on the map": elsewhere, "Not located": nowhere = 0, ...out } = rest;
  expect(view + elsewhere + nowhere).toBe(time ?? all);
  expect((time ?? all) + Object.values(out).reduce((a, b) => a + b, 0)).toBe(all);
  expect(all).toBe(16);
}

describe.skipIf(skip)("filters", () => {
  useBrowser();

  it("narrow map, lists and counts, and stand in the address", async () => {
    const page = await open("?map=7.5/35.3/36.8&roles=all", { data: "made" });
    await page.locator(".ledger summary").click();
    await expectSum(page);
    await page.getByRole("button", { name: "Filters" }).click();
    await expectAccessible(page);
    await page.getByRole("checkbox", { name: /First Paper/ }).check();
    await expect.poll(() => mentions(page)).toBe(6);
    await expectSum(page);
    await page
      .getByRole("checkbox", { name: /^town or village \d+$/ })
      .first()
      .check();
    await expect.poll(() => mentions(page)).toBe(4);
    await page.getByRole("checkbox", { name: /^High/ }).check();
    await expect.poll(() => mentions(page)).toBe(3);
    await expectSum(page);
    await expect.poll(() => chips(page)).toEqual(["First Paper", "town or village", "High"]);
    await expect.poll(() => page.url()).toContain("source=First+Paper&kind=P&roles=all&confidence=high");
    await shot(page, "filters");
    await expectAccessible(page);
    const again = await open(new URL(page.url()).search, { data: "made" });
    await expect.poll(() => mentions(again)).toBe(3);
    await again.getByRole("button", { name: "Remove the filter town or village" }).click();
    await expect.poll(() => chips(again)).toEqual(["First Paper", "High"]);
    await again.goBack();
    await expect.poll(async () => (await chips(again)).length).toBe(3);
    await again.getByRole("button", { name: "Clear all" }).click();
    await expect.poll(() => mentions(again)).toBe(15);
    await expect.poll(() => again.url()).not.toContain("kind=");
  });

  it("show beforehand how many mentions a choice leaves, in view or everywhere, like the lists", async () => {
    const page = await open("?map=7.5/35.3/36.8", { data: "made" });
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("checkbox", { name: /Second Paper/ }).check();
    const count = page.getByRole("checkbox", { name: /^a government 1$/ });
    await count.check();
    await expect.poll(() => mentions(page)).toBe(1);
    await go(page, "?map=11/35.93/36.63");
    const sources = () => page.locator(".facet", { hasText: "Source" }).locator(".choice-name").allInnerTexts();
    await expect.poll(sources).toEqual(["Second Paper", "Unknown source"]);
    await page.getByRole("radio", { name: "Everywhere" }).check();
    await expect.poll(sources).toContain("First Paper");
  });

  it("narrow the sentences of a place as well, and offer the way out where they leave nothing", async () => {
    const page = await open("?place=t1&language=ar", { data: "made" });
    await expect.poll(() => page.locator(".sentence").count()).toBe(1);
    await page.getByRole("button", { name: "Remove the filter Arabic" }).click();
    await expect.poll(() => page.locator(".sentence").count()).toBe(3);
    await go(page, "?map=7.5/35.3/36.8&source=Nobody&roles=all");
    await page.locator(".empty").getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => mentions(page)).toBe(15);
  });

  it("take a box drawn on the map, or that of the window", async () => {
    const page = await open("?map=8/35.5/36.7", { data: "made" });
    await page.locator(".ledger summary").click();
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("button", { name: "Draw an area" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".draw-sheet").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Draw an area" }).click();
    await expectAccessible(page);
    await settled(page);
    const at = (await drawList(page)).symbols.find((s) => s.place === "t2")!;
    const map = (await page.locator("#map").boundingBox())!;
    await page.mouse.move(map.x + at.x - 15, map.y + at.y - 15);
    await page.mouse.down();
    await page.mouse.move(map.x + at.x + 15, map.y + at.y + 15);
    await page.mouse.up();
    await expect.poll(() => mentions(page)).toBe(3);
    await expectSum(page);
    await expect.poll(() => page.url()).toMatch(/box=36\.\d+,35\.\d+,36\.\d+,3[56]/);
    await shot(page, "box");
    await page.getByRole("button", { name: "Remove the filter Drawn area" }).click();
    await page.getByRole("button", { name: "Use current map area" }).click();
    await expect.poll(() => ledger(page).then((l) => l["Elsewhere on the map"])).toBe(0);
    await expectSum(page);
  });

  it("leave out what is a government or where a report was written, until the reader asks for it", async () => {
    const page = await open("?map=4/35/40");
    const before = await mentions(page);
    await page.getByRole("button", { name: "Governments, datelines" }).click();
    await expect.poll(() => mentions(page)).toBeGreaterThan(before);
    await expect.poll(() => page.url()).toContain("roles=all");
    await page.getByRole("button", { name: "Governments, datelines" }).click();
    await expect.poll(() => mentions(page)).toBe(before);
    await page.getByRole("button", { name: "Filters", exact: true }).click();
    await page.getByRole("checkbox", { name: /government \d+$/ }).check();
    await expect.poll(() => page.url()).toContain("role=metonym");
    await expect.poll(() => page.getByRole("button", { name: "Governments, datelines" }).count()).toBe(0);
    // A place says that it is named in roles that are left out.
    await go(page, "?role=metonym&list=places&everywhere=1");
    await page.locator(".row-name").first().click();
    await page.getByRole("button", { name: /^Remove the filter/ }).click();
    await page.locator("#panel .note .link").click();
    await expect.poll(() => page.url()).toContain("roles=all");
    await expect.poll(() => page.locator("#panel .sentence .tag").count()).toBeGreaterThan(0);
    await expectAccessible(page);
  });

  it("count a story once, and the list names its other outlets", async () => {
    const archive = new Archive(inject("bin"));
    const words =
      " The road to the border was cut in the night, people who had fled said, while others stayed in their homes and waited for what the morning would bring.";
    const printed = ["One", "Two"].map((source, i) => ({
      ...documents[3],
      id: `c00000000000000${i}`,
      source,
      text: documents[3].text + words.repeat(2),
    }));
    archive.ingest(printed);
    const server = await archive.serve();
    onTestFinished(async () => {
      await server.stop();
      archive.remove();
    });
    const page = await open("?everywhere=1", { base: server.url });
    await page.getByText("Also in Two").waitFor();
    expect(await page.locator("li.card").count()).toBe(2);
    const all = await mentions(page);
    await page.getByRole("button", { name: "Each story once" }).click();
    await expect.poll(() => mentions(page)).toBe(all / 2);
    await expect.poll(() => page.locator("li.card").count()).toBe(1);
    await expect.poll(() => page.url()).toContain("copies=none");
    await expectAccessible(page);
  });

  it("group the spellings of an outlet, and show file names as an unknown source", async () => {
    const archive = new Archive(inject("bin"));
    const sources = ["The Daily", "daily", "001_page.txt", "002_page.txt", "Weekly"];
    archive.ingest(sources.map((source, i) => ({ ...documents[0], id: `b00000000000000${i}`, source })));
    const server = await archive.serve();
    onTestFinished(async () => {
      await server.stop();
      archive.remove();
    });
    const page = await open("", { base: server.url });
    const shown = await page.locator(".card .meta bdi").allInnerTexts();
    expect(shown).toEqual(expect.arrayContaining(["The Daily", "daily", "Weekly", "unknown source"]));
    expect(shown.filter((text) => text.includes(".txt"))).toEqual([]);
    await page.getByRole("button", { name: "Filters" }).click();
    const choices = page.locator(".facet", { hasText: "Source" }).locator(".choice");
    await choices.first().waitFor();
    expect((await choices.locator(".choice-name").allInnerTexts()).map((s) => s.toLowerCase()).sort()).toEqual([
      "the daily",
      "unknown source",
      "weekly",
    ]);
    await choices.filter({ hasText: "unknown source" }).click();
    await expect.poll(() => page.locator(".card").count()).toBe(2);
    await expect.poll(() => chips(page)).toEqual(["unknown source"]);
    await page.locator(".filter-chip").click();
    await expect.poll(() => page.locator(".card").count()).toBe(5);
  });
});
