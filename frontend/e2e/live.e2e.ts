// Articles that come in while the page is read appear, and nothing moves.

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, open, settled, shot, skip, useBrowser } from "./browser";
import { articleFeatures, mentionFeatures } from "./fixtures/atlas";

/** A server that sends no events. */
const noEvents = (page: Page) => page.route(/\?f=json$/, (route) => route.fulfill({ json: { links: [] } }));

/** One more article than the made data has, which names a place once more. */
async function oneMore(page: Page) {
  const [article] = articleFeatures;
  const mention = mentionFeatures.find((f) => f.properties.place === "t2")!;
  const id = "b000000000000001";
  await page.route(/\/collections\/(articles|mentions)\/items/, async (route) => {
    const articles = route.request().url().includes("/articles/");
    const features = articles
      ? [...articleFeatures, { ...article, id }]
      : [...mentionFeatures, { ...mention, id: `${id}-0-5`, properties: { ...mention.properties, article: id } }];
    await route.fulfill({ json: { type: "FeatureCollection", numberMatched: features.length, features, links: [] } });
  });
}

describe.skipIf(skip)("news", () => {
  useBrowser();

  it("that the server tells of are taken in at once", async () => {
    let version = "one";
    const told: string[] = [];
    const page = await open("?place=t2&map=9/35.6/36.7", {
      data: "made",
      routes: (p) =>
        p.route(/\/events$/, (route) => {
          told.push(version);
          return route.fulfill({
            contentType: "text/event-stream",
            body: `retry: 100\nevent: view\nid: ${version}\ndata: {}\n\n`,
          });
        }),
    });
    const t2 = async () => (await drawList(page)).symbols.find((s) => s.place === "t2")!.n;
    const n = await t2();
    await expect.poll(() => told.length).toBeGreaterThan(1);
    await oneMore(page);
    version = "two";
    await page.getByText("1 article came in").waitFor();
    await expect.poll(t2).toBe(n + 1);
  });

  it("are asked for where the server sends no events: taken in while a place is open, without moving the map", async () => {
    let version = "one";
    let looks = 0;
    const page = await open("?place=t2&map=9/35.6/36.7", {
      data: "made",
      routes: async (p) => {
        await p.clock.install();
        await noEvents(p);
        await p.route(/\/collections$/, (route) => {
          looks++;
          return route.fulfill({ headers: { etag: `"${version}"` }, body: "" });
        });
      },
    });
    await page.locator(".count-line").waitFor();
    await page.clock.runFor(11_000);
    await expect.poll(() => looks).toBeGreaterThan(0);
    const before = await drawList(page);
    const n = before.symbols.find((s) => s.place === "t2")!.n;
    await oneMore(page);
    version = "two";
    await page.clock.runFor(11_000);
    await page.getByText("1 article came in").waitFor();
    await page.clock.runFor(1000);
    await expect.poll(async () => (await drawList(page)).symbols.find((s) => s.place === "t2")?.n).toBe(n + 1);
    const after = await drawList(page);
    const places = (list: typeof after) =>
      list.symbols.map(({ place, x, y }) => ({ place, x, y })).sort((a, b) => (a.place < b.place ? -1 : 1));
    expect(places(after)).toEqual(places(before));
    expect(await page.locator("#panel-title").innerText()).toBe("Idlib");
    await settled(page);
    await shot(page, "news");
    await expectAccessible(page);
    await page.locator(".notice").getByRole("button", { name: "Close" }).click();
  });
});
