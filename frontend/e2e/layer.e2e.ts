// A layer of tiles that the page's head names lies under the data; without one no tile is asked for.

import { describe, expect, it } from "vitest";
import { base, drawList, expectAccessible, open, settled, shot, skip, useBrowser } from "./browser";

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+P+/HgAFhAJ/wlseKgAAAABJRU5ErkJggg==",
  "base64",
);

describe.skipIf(skip)("a layer of tiles", () => {
  useBrowser();

  it("is shown where the head names one, with its credit", async () => {
    const asked: string[] = [];
    const page = await open("?map=7.5/35.3/36.8", {
      data: "made",
      routes: async (p) => {
        await p.route(/\/xyz\//, (route) => {
          asked.push(new URL(route.request().url()).pathname);
          return route.fulfill({ body: pixel, contentType: "image/png" });
        });
        await p.route(
          (url) => url.pathname === "/",
          async (route) => {
            const response = await route.fetch();
            const meta = `<meta name="dateline-layer" content="${base}/xyz/{z}/{x}/{y}.png" data-credit="Somebody's tiles" />`;
            await route.fulfill({ response, body: (await response.text()).replace("<head>", `<head>${meta}`) });
          },
        );
      },
    });
    await expect.poll(() => asked.length).toBeGreaterThan(3);
    expect(asked[0]).toMatch(/^\/xyz\/[78]\/\d+\/\d+\.png$/);
    await page.locator(".leaflet-tile-loaded").first().waitFor({ state: "attached" });
    expect(await page.locator(".credit").innerText()).toContain("Somebody's tiles");
    await settled(page);
    const { symbols, labels } = await drawList(page);
    expect(symbols.length).toBe(8);
    expect(labels.every((l) => l.style === "place" || l.style === "area")).toBe(true);
    await shot(page, "layer");
    await expectAccessible(page);
  });

  it("is not there by default", async () => {
    const page = await open("", { data: "made" });
    expect(await page.locator(".leaflet-tile").count()).toBe(0);
  });
});
