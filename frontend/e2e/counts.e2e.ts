// What the page counts is what the server counts.

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { circle } from "../src/domain/near";
import { expectAccessible, go, open, settled, shot, skip, useBrowser } from "./browser";

/** The counts of the sentence above the list. */
async function said(page: Page) {
  await settled(page);
  const [mentions, places, articles] = (await page.locator(".ledger summary").innerText())
    .replaceAll(",", "")
    .match(/\d+/g)!
    .map(Number);
  return { mentions, places, articles, listed: Number(await page.locator("#tab-articles .tab-count").innerText()) };
}

/** What the server says of the articles with a mention in a box. */
async function served(page: Page, query: Record<string, string>) {
  const filter = [query.filter ?? [], "role NOT IN ('metonym','dateline')"].flat().join(" AND "); // as the page begins
  const url = new URL(
    `collections/mentions/articles?${new URLSearchParams({ limit: "10000", ...query, filter })}`,
    page.url(),
  );
  const doc = await (await page.request.get(url.href)).json();
  const sum = doc.articles.reduce((n: number, a: { mentions: number }) => n + a.mentions, 0);
  return { mentions: sum as number, articles: doc.numberMatched as number };
}

const corners = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { dateline: { window: () => number[] } }).dateline.window().join());

const august = "2019-08-01/2019-08-31";

describe.skipIf(skip)("counts", () => {
  useBrowser();

  it("of the view are the server's", async () => {
    const page = await open("?map=7/35/37.5");
    for (const [map, datetime] of [["7/35/37.5"], ["10/35.45/36.65"], ["13/35.44/36.65"], ["9/35.93/36.63", august]]) {
      await go(page, `?map=${map}${datetime ? `&time=${datetime}` : ""}`);
      const { mentions, articles, listed } = await said(page);
      const bbox = await corners(page);
      expect(await served(page, { bbox, ...(datetime ? { datetime } : {}) }), map).toEqual({ mentions, articles });
      expect(articles, map).toBeGreaterThan(0);
      expect(listed, map).toBe(articles);
    }
  });

  it("of a drawn box are the server's, in view and everywhere", async () => {
    const box = "36.5,35.3,36.8,35.6";
    const page = await open(`?map=7/35/37.5&box=${box}`);
    const { mentions, articles } = await said(page);
    expect(await served(page, { bbox: box })).toEqual({ mentions, articles });
    expect(articles).toBeGreaterThan(0);
    await page.getByRole("radio", { name: "Everywhere" }).check();
    await expect.poll(async () => (await said(page)).listed).toBe(articles);
  });

  it("of what lies around a place are the server's", async () => {
    const page = await open("");
    await page.getByRole("combobox", { name: "Find a place" }).fill("Saraqib + 15 km");
    await page
      .getByRole("option", { name: /Everything within 15 km of Saraqib/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Remove the filter Saraqib + 15 km" }).waitFor();
    await expect.poll(() => page.url()).toMatch(/near=35\.8\d+,36\.8\d+,15,Saraqib/);
    const [lat, lon, km] = new URL(page.url()).searchParams.get("near")!.split(",").map(Number);
    const ring = circle({ lat, lon, km, name: "" }).map((at) => at.join(" "));
    const { mentions, articles } = await said(page);
    const filter = `S_INTERSECTS(geometry,POLYGON((${ring.join()})))`;
    expect(await served(page, { filter })).toEqual({ mentions, articles });
    expect(mentions).toBeGreaterThan(1);
    // From the place itself, with another radius.
    await page.locator("#find").fill("Saraqib");
    await page
      .getByRole("option", { name: /^Saraqib/ })
      .first()
      .click();
    await page.getByRole("button", { name: "50 km" }).click();
    await expect.poll(() => page.url()).toContain(",50,Saraqib");
    await shot(page, "near");
    expect((await said(page)).mentions).toBeGreaterThan(mentions);
    await expectAccessible(page);
  });

  it("leave out articles of which only an area reaches into the view", async () => {
    const page = await open("?map=13/35.13/36.76", { data: "made" });
    expect(await said(page)).toEqual({ mentions: 1, places: 1, articles: 1, listed: 1 });
    await go(page, "?map=13/35.25/36.45");
    await page.getByText("Nothing in view").waitFor();
  });
});
