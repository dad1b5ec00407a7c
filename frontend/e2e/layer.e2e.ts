// Map tiles that `serve --layer` names lie under the data; without them no tile is asked for.

import { createServer, type Server as TileServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { drawList, expectAccessible, open, settled, shot, skip, useBrowser } from "./browser";
import { documents } from "./fixtures/atlas";
import { Archive, type Server, serve } from "./server";

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+P+/HgAFhAJ/wlseKgAAAABJRU5ErkJggg==",
  "base64",
);

describe.skipIf(skip)("a layer of tiles", () => {
  const asked: string[] = [];
  let archive: Archive;
  let tiles: TileServer;
  let tilesUrl: string;
  let server: Server;

  beforeAll(async () => {
    tiles = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.setHeader("content-type", "image/png");
      response.end(pixel);
    });
    await new Promise<void>((done) => {
      tiles.listen(0, "127.0.0.1", done);
    });
    tilesUrl = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;
    archive = new Archive(inject("bin"));
    archive.ingest(documents);
    const layer = ["--layer", `${tilesUrl}/xyz/{z}/{x}/{y}.png`, "--layer-credit", "Somebody's tiles"];
    server = await serve(inject("bin"), "--data", archive.folder, ...layer);
  });
  afterAll(async () => {
    await server?.stop();
    tiles?.close();
    archive?.remove();
  });
  useBrowser();

  it("is shown where the server names one, with its credit", async () => {
    const page = await open("?map=7.5/35.3/36.8", { base: server.url, tiles: tilesUrl });
    await expect.poll(() => asked.length).toBeGreaterThan(3);
    expect(asked[0]).toMatch(/^\/xyz\/[78]\/\d+\/\d+\.png$/);
    await page.locator(".leaflet-tile-loaded").first().waitFor({ state: "attached" });
    expect(await page.locator(".credit").innerText()).toContain("Somebody's tiles");
    await settled(page);
    const { symbols, labels } = await drawList(page);
    expect(symbols.length).toBe(7); // the country is a name
    expect(labels.filter((l) => l.style === "place")).not.toEqual([]);
    const others = labels.filter((l) => l.style !== "place" && l.style !== "area");
    expect(others.map((l) => l.text)).toEqual(["SYRIA · 1"]); // it is mentioned; the basemap's own names are away
    await shot(page, "layer");
    await expectAccessible(page);
  });

  it("is not there by default", async () => {
    const page = await open("", { data: "made" });
    expect(await page.locator(".leaflet-tile").count()).toBe(0);
  });
});
