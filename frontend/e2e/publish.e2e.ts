// The page as files: it shows what the server's page shows, below a path of a web host and from a disk.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { drawList, expectAccessible, go, open, settled, skip, useBrowser } from "./browser";
import { documents } from "./fixtures/atlas";
import { Archive } from "./server";

const types: Record<string, string> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
};

/** A web host that knows nothing but files, below /some/where/. */
function host(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, "http://x").pathname.replace(/^\/some\/where\//, "").replace(/^$/, "index.html");
    const file = join(folder, path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[path.split(".").at(-1)!] ?? "text/plain" }).end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const seen = async (page: Page) => {
  await settled(page);
  const { symbols, named, fronts } = await drawList(page);
  return {
    said: await page.locator(".ledger summary").innerText(),
    articles: await page.locator("#tab-articles .tab-count").innerText(),
    symbols: symbols.map(({ place, n }) => `${place} ${n}`).sort(),
    named: named.map(({ place, n }) => `${place} ${n}`).sort(),
    fronts: fronts.map(({ id, n }) => `${id} ${n}`).sort(),
  };
};

describe.skipIf(skip)("a published page", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-site-"));
  const site = join(folder, "site");
  let archive: Archive;
  let server: Server;
  let hosted = "";
  beforeAll(async () => {
    archive = new Archive(inject("bin"));
    archive.ingest(documents);
    execFileSync(inject("bin"), ["publish", "-q", "--data", archive.folder, site]);
    server = await host(site);
    hosted = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where`;
  });
  afterAll(() => {
    server?.close();
    archive?.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  useBrowser();

  const queries = [
    "?map=7/35/37.5",
    "?map=8/35.5/36.7&time=2019-08-01/2019-08-31&source=First+Paper",
    "?map=8/35.5/36.7&confidence=high&kind=P&areas=1",
    "?map=8/35.5/36.7&q=talks",
    "?map=8/35.5/36.7&by=published&lang=ar",
  ];

  it("shows what the server's page shows", async () => {
    const served = await open(queries[0], { data: "made" });
    const published = await open(queries[0], { base: hosted });
    const onDisk = await open(`index.html${queries[0]}`, { base: `file://${site}` });
    for (const query of queries) {
      for (const page of [served, published, onDisk]) await go(page, query);
      const want = await seen(served);
      expect(await seen(published), query).toEqual(want);
      expect(await seen(onDisk), query).toEqual(want);
    }
  });

  it("opens an article with its places marked, from a disk", async () => {
    const page = await open("index.html?map=8/35.5/36.7", { base: `file://${site}` });
    const names = async () => (await drawList(page)).labels.map((l) => l.text);
    await expect.poll(names).toContain("Tartus"); // a town that no article names: to find the way by
    await page.locator("#tab-articles").click();
    await page.locator(".panel a[href*='article=']").first().click();
    await page.locator(".panel mark, .panel .mark, .panel a[class*='mark']").first().waitFor();
    await expect.poll(() => page.url()).toMatch(/^file:.*article=/);
  });

  it("shares links below its own address, and names no server", async () => {
    const page = await open("?map=8/35.5/36.7", { base: hosted });
    await page.getByRole("button", { name: "Share, download, print" }).click();
    await page.getByRole("dialog").waitFor();
    const link = await page.getByLabel("Link to this view", { exact: true }).inputValue();
    await expectAccessible(page);
    expect(link.replace(/\?.*/, "")).toBe(`${hosted}/`);
    expect(new URL(link).searchParams.get("map")).toMatch(/^8\/35\.50*\/36\.70*$/);
    expect(await page.locator("#share-gis").count()).toBe(0);
    expect(await page.getByRole("dialog").getByRole("link").count()).toBe(0);
    expect(await page.getByRole("button", { name: "CSV", exact: true }).count()).toBe(1);
    const framed = await open(`${new URL(link).search}&embed=1`, { base: hosted, early: true });
    await framed.getByRole("slider").first().waitFor();
    await expect.poll(async () => (await drawList(framed)).symbols.length).toBeGreaterThan(0);
  });

  it("has incidents by period and place, and finds the forms of words", async () => {
    const sample = new Archive(inject("bin"));
    const folder = join(sample.folder, "page");
    try {
      const corpus = new URL("../../sample/", import.meta.url).pathname;
      execFileSync(inject("bin"), ["ingest", "-q", "--data", sample.folder, corpus]);
      execFileSync(inject("bin"), ["publish", "-q", "--data", sample.folder, folder]);
      const own = await open("index.html", { base: `file://${folder}` });
      const served = await open("");
      const shown = async (page: Page, query: string) => {
        await go(page, query);
        const texts = (selector: string) => page.locator(selector).allInnerTexts();
        const strip = await page.locator(".strip a").evaluateAll((all) => all.map((a) => a.getAttribute("aria-label")));
        return { cards: await texts(".event h3, .card h3"), key: await texts(".time-key"), strip };
      };
      for (const query of ["?list=events&time=2019-08-01/2019-08-31", "?place=gn168325"]) {
        const seen = await shown(own, query);
        expect(seen).toEqual(await shown(served, query));
        expect(seen.cards.length + seen.strip.length).toBeGreaterThan(0);
      }
      // Of words it looks into whole articles.
      const { cards } = await shown(served, "?q=striking");
      expect(cards.length).toBeGreaterThan(0);
      expect((await shown(own, "?q=striking")).cards).toEqual(expect.arrayContaining(cards));
      expect((await shown(own, '?q="striking"')).cards).toEqual([]);
      expect(await own.locator("#panel").innerText()).toContain("No article contains");
    } finally {
      sample.remove();
    }
  });

  it("leaves the texts out when it is told to", async () => {
    const sentences = join(folder, "sentences");
    execFileSync(inject("bin"), ["publish", "-q", "--data", archive.folder, "--text", "sentences", sentences]);
    expect(readdirSync(join(sentences, "data"))).toEqual(readdirSync(join(site, "data")));
    const page = await open("index.html?map=8/35.5/36.7&list=articles", { base: `file://${sentences}` });
    await page.locator(".panel a[href*='article=']").first().click();
    await page.locator(".panel-head").first().waitFor();
    await settled(page);
  });
});
