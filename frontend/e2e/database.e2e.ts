// The page on an archive in PostgreSQL: it shows the same with either engine.

import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { drawList, go, open, settled, shot, skip, useBrowser } from "./browser";
import { Postgres } from "./postgres";
import { Archive, type Server, serve } from "./server";

const bin = inject("bin");
const dateline = (...args: string[]) => execFileSync(bin, args, { stdio: ["ignore", "ignore", "pipe"] });

/** Addresses of the page, each with a text of an entry in its panel. */
const views = [
  ["map", "?map=7/35.3/37.4", /Khan Shaykhun/],
  ["places", "?list=places&everywhere=1", /Aleppo/],
  ["words", "?q=shelling&time=2020-06-01/2020-06-30&roles=all", /shelled/],
  ["events", "?list=events", /reported/],
  ["strikes", "?list=events&type=air_strike&time=2019-05-01/2019-08-31", /Air strike/],
  ["control", "?list=events&events=control&day=2019-09-15", /said to be held/],
  ["place", "?place=gn168325", /Khan Shaykhun/],
] as const;

describe.skipIf(skip || !inject("postgres"))("in front of a database", () => {
  let archive: Archive;
  let database: Postgres;
  let servers: Server[] = [];
  beforeAll(async () => {
    archive = new Archive(bin);
    dateline("ingest", "--data", archive.folder, "../sample");
    database = new Postgres(inject("postgres"));
    const address = await database.start();
    dateline("migrate", "--data", address);
    dateline("copy", archive.folder, address);
    servers = await Promise.all(
      ["memory", "postgis"].map((engine) => serve(bin, "--data", address, "--engine", engine)),
    );
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    database?.end();
    archive?.remove();
  });
  useBrowser();

  it("shows the same on map and panel, finds the same, and opens the article behind a sentence", async () => {
    const pages = await Promise.all(servers.map(({ url }) => open("", { base: url })));
    const same = async (what: string, text: RegExp) => {
      const [memory, postgis] = await Promise.all(pages.map(look));
      expect(postgis, what).toEqual(memory);
      expect(postgis.entries, what).toMatch(text);
      expect(postgis.symbols.length, what).toBeGreaterThan(0);
      expect(postgis.labels.length, what).toBeGreaterThan(3);
      await shot(pages[1], `database-${what}`);
    };
    for (const [what, query, text] of views) {
      await Promise.all(pages.map((page) => go(page, query)));
      await same(what, text);
    }
    await Promise.all(pages.map((page) => page.locator("#panel .quote").first().click()));
    await Promise.all(pages.map((page) => page.locator(".article .mark").first().waitFor()));
    await same("article", /Khan Sheikhoun/);
    await Promise.all(pages.map((page) => page.locator("#find").fill("khan sh")));
    await Promise.all(pages.map((page) => page.getByRole("option", { name: /^Khan Shaykhun town/ }).waitFor()));
    // The gazetteer's answer comes last.
    await Promise.all(
      pages.map((page) =>
        page
          .getByRole("option", { name: /not mentioned/ })
          .first()
          .waitFor(),
      ),
    );
    const [memory, postgis] = await Promise.all(pages.map((page) => page.getByRole("option").allInnerTexts()));
    expect(postgis).toEqual(memory);
  });
});

/** What a page shows. */
async function look(page: Page) {
  await settled(page);
  const [panel, entries] = await Promise.all([
    page.locator("#panel").innerText(),
    page.locator("#panel :is(.card, .row, .sentence, .mark)").allInnerTexts(),
  ]);
  return { ...(await drawList(page)), panel, entries: entries.join("\n") };
}
