// A base map from a file that the server has.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible, mentionsDrawn, open, shot, skip, useBrowser } from "./browser";
import { smallBasemap } from "./fixtures/pmtiles";
import { type Server, serve } from "./server";

/** The colours of the tiles, how often each. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const found: Record<string, number> = {};
    for (const tile of document.querySelectorAll<HTMLCanvasElement>("canvas.leaflet-tile-loaded")) {
      const { data } = tile.getContext("2d")!.getImageData(20, 20, 1, 1);
      const colour = [...data].join();
      found[colour] = (found[colour] ?? 0) + 1;
    }
    return found;
  });

describe.skipIf(skip)("a base map from a file", () => {
  useBrowser();

  const folder = mkdtempSync(join(tmpdir(), "dateline-base-"));
  let server: Server;
  beforeAll(async () => {
    const file = join(folder, "small.pmtiles");
    writeFileSync(file, smallBasemap());
    server = await serve(inject("bin"), "--basemap", file);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is asked for by ranges of the server alone, and drawn below the data in the page's colours", async () => {
    const statuses: number[] = [];
    const page = await open("?map=3/0/30", {
      base: server.url,
      expected: /ERR_|willReadFrequently/,
      routes: async (p) =>
        p.on("response", (r) => {
          if (r.url().endsWith("/basemap.pmtiles")) statuses.push(r.status());
        }),
    });
    await expect.poll(async () => Object.keys(await colours(page)).length).toBe(2);
    expect(new Set(statuses)).toEqual(new Set([206]));
    expect(await mentionsDrawn(page)).toBeGreaterThan(100);
    await expect.poll(() => page.locator(".credit").innerText()).toContain("Protomaps © OpenStreetMap");
    await expectAccessible(page);
    await shot(page, "basemap");
    const before = Object.keys(await colours(page)).sort();
    await page.getByRole("button", { name: "Dark mode" }).click();
    await expect.poll(async () => Object.keys(await colours(page)).filter((c) => before.includes(c))).toEqual([]);
    await expect.poll(async () => Object.keys(await colours(page)).length).toBe(2);
    await shot(page, "basemap-dark");
  });
});
