// What is reported to have happened, and who is said to hold what on a day.

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, narrow, open, settled, shot, skip, useBrowser, wide } from "./browser";

const cards = (page: Page) => page.locator("#panel .event");

/** How many pixels of each canvas that is shown are painted. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>(".stage canvas:not([hidden])")].map((canvas) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      let n = 0;
      for (let i = 3; i < data.length; i += 4) n += Number(data[i] > 0);
      return n;
    }),
  );

describe.skipIf(skip)("events", () => {
  useBrowser();

  it("are listed as incidents, each with how it is told and the way to its sentence", async () => {
    const page = await open("");
    await page.getByRole("tab", { name: "Events" }).click();
    await expect.poll(() => cards(page).count()).toBeGreaterThan(20);
    await expect.poll(() => page.url()).toContain("list=events");
    const told = await cards(page).locator(".meta:first-child").allInnerTexts();
    expect(told.length).toBe(await cards(page).count());
    for (const meta of told) expect(meta).toMatch(/reported|claimed|denied|planned|possible/);
    await expectAccessible(page);
    await shot(page, "events");
    const quote = cards(page).first().locator(".quote");
    const sentence = await quote.innerText();
    await quote.click();
    await page.locator(".article").waitFor();
    await expect.poll(async () => (await page.locator("#panel").innerText()).replace(/\s+/g, " ")).toContain(sentence);
  });

  it("make the timeline's bars by their kinds, and follow the type, which stands in the address", async () => {
    const page = await open("?list=events", { size: wide });
    await expect.poll(() => cards(page).count()).toBeGreaterThan(20);
    const key = page.locator(".time-key");
    await expect.poll(() => key.innerText()).toMatch(/Incidents per month \(max \d+\)[\s\S]*strikes[\s\S]*territory/);
    const most = async () => Number(/max (\d+)/.exec(await key.innerText())?.[1]);
    await settled(page);
    const all = await most();
    // No name lies under a sign.
    const { labels, signs } = await drawList(page);
    expect(signs!.length).toBeGreaterThan(10);
    expect(labels.length).toBeGreaterThan(20);
    const under = labels.filter(({ box: [left, top, right, bottom] }) =>
      signs!.some(([x, y]) => x > left && x < right && y > top && y < bottom),
    );
    expect(under.map((l) => l.text)).toEqual([]);
    await page.locator(".events-filter select").selectOption("agreement");
    await expect.poll(most).toBeLessThan(all);
    await shot(page, "stack");
    await page.locator(".events-filter select").selectOption("air_strike");
    await expect.poll(async () => new Set(await cards(page).locator("h3").allInnerTexts()).size).toBeGreaterThan(1);
    const types = async () => (await cards(page).locator("h3").allInnerTexts()).map((text) => text.split(" ·")[0]);
    await expect.poll(async () => new Set(await types())).toEqual(new Set(["Air strike"]));
    await expect.poll(() => page.url()).toContain("type=air_strike");
    await page.getByRole("tab", { name: /^Places/ }).click();
    await expect.poll(() => key.innerText()).toMatch(/Mentions per month/);
  });

  it("have signs on the map, which go with the list", async () => {
    const page = await open("?map=8/35.5/36.7");
    for (const list of [/^Places/, /^Divisions/]) {
      await page.getByRole("tab", { name: list }).click();
      await settled(page);
      const before = await painted(page);
      await page.getByRole("tab", { name: "Events" }).click();
      await expect.poll(() => painted(page)).not.toEqual(before);
      await page.getByRole("tab", { name: list }).click();
      await expect.poll(() => painted(page)).toEqual(before);
    }
  });

  it.each([
    ["an incident", "", "incidents/items?limit=200&type=capture", /Capture/],
    [
      "who holds a town",
      "&events=control&day=2019-09-15",
      "control/items?limit=200&datetime=2019-09-15",
      /last claimed/,
    ],
  ])("are picked on the map: %s", async (_, query, items, text) => {
    const page = await open(`?list=events&type=capture&map=9/35.5/36.6${query}`, { size: wide });
    await expect.poll(() => cards(page).count()).toBeGreaterThan(3);
    await settled(page);
    const at = await page.evaluate(async (items) => {
      const { features } = await (
        await fetch(`collections/${items}`, { headers: { accept: "application/json" } })
      ).json();
      const [w, s, e, n] = (globalThis as unknown as { dateline: { window(): number[] } }).dateline.window();
      const map = document.querySelector(".leaflet-container")!.getBoundingClientRect();
      const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
      for (const { geometry, properties: p } of features) {
        if (!geometry || !["town", "site"].includes(p.precision)) continue;
        const [lon, lat] = geometry.coordinates;
        const x = ((lon - w) / (e - w)) * map.width;
        const down = ((y(n) - y(lat)) / (y(n) - y(s))) * map.height;
        if (x > 120 && x < map.width - 300 && down > 150 && down < map.height - 250)
          return { x: x + map.x, y: down + map.y };
      }
      return null;
    }, items);
    expect(at).not.toBeNull();
    await page.mouse.click(at!.x, at!.y);
    await expect.poll(() => page.locator(".picked .event").innerText()).toMatch(text);
    await page.getByRole("button", { name: /^Legend/ }).click();
    await expect.poll(() => page.locator(".legend .event-key li").count()).toBeGreaterThan(3);
    await expectAccessible(page);
    await shot(page, `picked-${items.split("/")[0]}`);
  });

  it("stand in the dossier of their place, and lead to their sentences", async () => {
    const page = await open("?list=places&lang=en");
    await page
      .getByRole("link", { name: "Khan Shaykhun", exact: true })
      .or(page.locator("#panel a", { hasText: "Khan Shaykhun" }))
      .first()
      .click();
    const signs = page.locator(".strip a");
    await expect.poll(() => signs.count()).toBeGreaterThan(5);
    expect(await signs.first().getAttribute("aria-label")).toMatch(/ · \d{4}-\d\d-\d\d · /);
    await expectAccessible(page);
    await shot(page, "strip");
    await signs.first().click();
    await page.locator(".article").waitFor();
  });

  it("tell who is said to hold what on a day, and why", async () => {
    const page = await open("?list=events&events=control&day=2019-09-15");
    const town = cards(page).filter({ hasText: "Khan Shaykhun" });
    await expect.poll(() => town.count()).toBe(1);
    expect(await town.innerText()).toMatch(/said to be held[\s\S]*Syrian government/);
    await town.locator("summary").click();
    expect(await town.locator("q").first().innerText()).not.toBe("");
    await expectAccessible(page);
    await shot(page, "control");
    await page.getByLabel("On the day").first().fill("2019-06-01");
    await expect.poll(() => page.url()).toContain("day=2019-06-01");
    const holders = async () => {
      await settled(page);
      return { all: await cards(page).count(), town: (await town.allInnerTexts()).join() };
    };
    await expect.poll(async () => (await holders()).town).not.toContain("Syrian government");
    expect((await holders()).all).toBeGreaterThan(3);
  });

  it.each([
    ["in Arabic", { locale: "ar" }, "?list=events&lang=ar"],
    ["on a telephone", { size: narrow }, "?list=events&events=control"],
  ])("can be read %s", async (name, options, query) => {
    const page = await open(query, options);
    await expect.poll(() => cards(page).count()).toBeGreaterThan(3);
    await expectAccessible(page);
    await shot(page, `events-${name.split(" ").at(-1)}`);
  });
});
