// What the reader changes from the page: corrections, articles that are added, sources.

import { createServer, type Server as WebServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { drawList, expectAccessible, narrow, open, settled, shot, skip, useBrowser, wide } from "./browser";
import { documents } from "./fixtures/atlas";
import { Archive, type Server } from "./server";

/** Where "Zakat" begins in the first article. */
const zakat = documents[0].mentions.find((m) => m.phrase === "Zakat")!.start;
const front = documents[0].fronts[0];

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><guid>1</guid><title>Shelling hits Saraqib</title><description>Shelling hit Saraqib and Maarat al-Numan on Monday.</description></item>
<item><guid>2</guid><title>Talks in Ankara</title><description>Talks were held in Ankara.</description></item></channel></rss>`;

describe.skipIf(skip)("from the page", () => {
  useBrowser();
  let archive: Archive;
  let server: Server;
  let web: WebServer;
  let feedAddress = "";
  let token = "";

  beforeAll(async () => {
    archive = new Archive(inject("bin"));
    archive.ingest(documents);
    token = archive.token("read,add,edit");
    server = await archive.serve("--allow-network", "127.0.0.0/8");
    web = createServer((request, response) => {
      if (request.url === "/feed.xml") response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed);
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => {
      web.listen(0, "127.0.0.1", done);
    });
    feedAddress = `http://127.0.0.1:${(web.address() as AddressInfo).port}/feed.xml`;
  });
  afterAll(async () => {
    await server?.stop();
    web?.close();
    archive?.remove();
  });

  const showToken = (page: Page) => page.getByLabel("Access token").fill(token);
  const symbol = async (page: Page, place: string) => (await drawList(page)).symbols.find((s) => s.place === place);

  it("a mention is corrected by a click on the map, with who did it, and taken back", async () => {
    const page = await open(`?article=a000000000000001&at=${zakat}&place=u1&map=9/35.4/36.6`, {
      base: server.url,
      expected: /401/,
    });
    await page.getByRole("button", { name: "Wrong?" }).click();
    await page.getByRole("radio", { name: /Zakat Village/ }).waitFor();
    await shot(page, "wrong-wide");
    await expectAccessible(page);
    await expect.poll(() => page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    await page.getByRole("radio", { name: /click the map/ }).check();
    await page.getByText("Click the map where it is").waitFor();
    await page.locator("#map").click({ position: { x: 200, y: 200 } });
    await page.getByText(/click the map 35\.\d+, 3\d\.\d+/).waitFor();
    await page.getByLabel("Reason (optional)").fill("as the map shows");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Enter your access token.").waitFor();
    await page.getByLabel("Access token").fill("wrong");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("This token is not valid").waitFor();
    await showToken(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".why-corrected", { hasText: "Corrected by desk" }).waitFor();
    await expect.poll(async () => symbol(page, "u1")).toBe(undefined); // it was the only mention of that place
    await expect.poll(async () => (await drawList(page)).symbols.some((s) => s.place.startsWith("pt"))).toBe(true);
    await shot(page, "corrected-wide");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Undo this correction" }).click();
    await page.locator(".why-corrected", { hasText: "Corrected by" }).waitFor({ state: "detached" });
    await expect.poll(async () => symbol(page, "u1")).not.toBe(undefined);
  });

  it("a name is looked for in the gazetteer, and is no place", async () => {
    const page = await open(`?article=a000000000000001&at=${zakat}&place=u1`, { base: server.url });
    await page.getByRole("button", { name: "Wrong?" }).click();
    await page.getByRole("searchbox", { name: "Another place" }).fill("Saraqib");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page
      .getByRole("radio", { name: /Saraqib/ })
      .first()
      .check();
    await page.getByRole("combobox", { name: "Apply to" }).selectOption("article");
    await showToken(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Read as: Zakat").waitFor();
    await page.getByRole("button", { name: "Undo this correction" }).click();
    await page.locator(".why-corrected", { hasText: "Corrected by" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Wrong?" }).click();
    await page.getByRole("radio", { name: "Not a place" }).check();
    await page.getByRole("button", { name: "Save" }).click(); // the token is known by now
    await page.locator(".why-corrected", { hasText: "Corrected by" }).waitFor();
    await expect.poll(async () => symbol(page, "u1")).toBe(undefined);
    await page.getByRole("button", { name: "Undo this correction" }).click();
    await expect.poll(async () => symbol(page, "u1")).not.toBe(undefined);
  });

  it("a line or area is none, or of another day", async () => {
    const id = `a000000000000001-${front.start}-${front.end}`;
    const drawn = async (page: Page) => (await drawList(page)).fronts.some((f) => f.id === id);
    const page = await open(`?article=a000000000000001&at=${front.start}&front=${id}`, { base: server.url });
    await page.getByRole("button", { name: "Wrong?" }).click();
    await page.getByLabel("Date of the event").fill("2019-08-20");
    await showToken(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator(".why-corrected", { hasText: "Corrected by" }).waitFor();
    await expect.poll(() => drawn(page)).toBe(true);
    await page.getByRole("button", { name: "Wrong?" }).click();
    await page.getByRole("radio", { name: "Not a line or area" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => drawn(page)).toBe(false);
  });

  it("a text is shown on the map before anything is stored, and kept with a token", async () => {
    const page = await open("", { base: server.url });
    const count = () => page.locator("#tab-articles .tab-count").innerText();
    const before = await count();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("Paste a text").fill("Shelling hit Saraqib on Monday, and Maarat al-Numan, south of Idlib.");
    await page.getByRole("button", { name: "Find places" }).first().click();
    await page.getByText("Preview of 1 article: not stored").waitFor();
    await page.getByText("No date found").waitFor();
    await settled(page);
    const { preview } = (await drawList(page)) as unknown as { preview: { pins: { name: string }[] } };
    expect(preview.pins.map((p) => p.name).sort()).toEqual(["Idlib", "Maarrat al-Nu'man", "Saraqib"]);
    await shot(page, "add-preview");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Discard" }).click();
    await expect.poll(async () => "preview" in (await drawList(page))).toBe(false);
    await page.getByRole("button", { name: "Back" }).click();
    await settled(page);
    expect(await count()).toBe(before);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("Paste a text").fill("Shelling hit Saraqib on Monday, and Maarat al-Numan, south of Idlib.");
    await page.getByRole("button", { name: "Find places" }).first().click();
    await showToken(page);
    await page.getByRole("button", { name: "Add to the archive" }).click();
    await page.getByText("1 article added").waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("radio", { name: "Everywhere" }).check();
    await expect.poll(count).toBe(String(Number(before) + 1));
  });

  it("files and the address of a feed are read; what can't be is said", async () => {
    const page = await open("", { base: server.url, expected: /502|400/ });
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("Files").setInputFiles([
      {
        name: "a.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("Clashes near Morek.\n\nClashes broke out near Morek."),
      },
      { name: "b.zip", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004nothing") },
    ]);
    await page.getByText("Preview of 1 article").waitFor();
    await expect.poll(() => page.getByRole("alert").innerText()).toMatch(/compressed/);
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByLabel("Address of an article or a feed").fill(feedAddress);
    await page.getByRole("button", { name: "Find places" }).last().click();
    await page.getByText("Preview of 2 articles").waitFor();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByLabel("Address of an article or a feed").fill(feedAddress.replace("feed", "none"));
    await page.getByRole("button", { name: "Find places" }).last().click();
    await expect.poll(() => page.getByRole("alert").innerText()).toMatch(/404/);
  });

  it("sources are followed, paused and forgotten", async () => {
    const page = await open("", { base: server.url });
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("button", { name: "Sources" }).click();
    await page.getByText("This archive follows no sources.").waitFor();
    await page.getByLabel("Follow a source").fill(feedAddress);
    await showToken(page);
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    await page.getByText("not checked yet").waitFor();
    await shot(page, "sources-wide");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText("paused").waitFor();
    await page.getByRole("button", { name: "Stop following" }).click();
    await page.getByText("This archive follows no sources.").waitFor();
  });

  it("the earlier versions of an article show what was changed", async () => {
    for (const killed of ["Two", "Three"])
      archive.ingest([
        {
          id: `c${killed}`,
          guid: "revised",
          source: "Wire",
          title: "Morek",
          text: `${killed} people were killed in Morek.`,
          lang: "en",
          mentions: [],
          fronts: [],
        },
      ]);
    const page = await open("?article=cTwo", { base: server.url });
    await page.getByText("Three people were killed").waitFor();
    await page.getByText("Versions", { exact: true }).click();
    await page.locator(".revision").waitFor();
    expect(await page.locator(".revision del").innerText()).toBe("Two");
    expect(await page.locator(".revision ins").innerText()).toBe("Three");
    await shot(page, "revisions-wide");
    await expectAccessible(page);
  });

  for (const [lang, size, name] of [
    ["ar", wide, "wide"],
    ["ar", narrow, "narrow"],
    ["en", narrow, "narrow"],
  ] as const) {
    it(`is accessible in ${lang}, ${name}`, async () => {
      const page = await open(`?lang=${lang}&article=a000000000000001&at=${zakat}&place=u1`, {
        base: server.url,
        size,
      });
      await page.getByRole("button", { name: lang === "ar" ? "خطأ؟" : "Wrong?" }).click();
      await page.locator(".edit-form").waitFor();
      await shot(page, `wrong-${lang}-${name}`);
      await expectAccessible(page);
      await page.locator("#add-button").click();
      await page.locator(".drop").waitFor();
      await shot(page, `add-${lang}-${name}`);
      await expectAccessible(page);
    });
  }

  it("an event is of another type, or none", async () => {
    const told = documents[0];
    const { start, end, phrase, place, name, lat, lon, precision } = told.mentions[0];
    const event = {
      start,
      end,
      trigger: phrase,
      type: "shelling",
      places: [{ start, end, place, name, lat, lon, precision }],
      date: "2019-08-20",
      date_precision: "day",
      status: "reported",
      confidence: 0.9,
    };
    archive.ingest([
      { ...told, id: "e000000000000001", source: "Another Paper", events: [event] } as (typeof documents)[number],
    ]);
    const page = await open("?list=events", { base: server.url });
    const card = page.locator("#panel .event", { hasText: "Another Paper" });
    await card.getByRole("button", { name: "Wrong?" }).click();
    await card.getByRole("combobox").first().selectOption("air_strike");
    await card.getByRole("combobox").nth(1).selectOption("denied");
    await card.getByLabel("Actor").fill("the army");
    await showToken(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save" }).click();
    await card.getByText("Air strike").first().waitFor();
    await card.getByText("denied").waitFor();
    await card.getByText("Actor: the army").waitFor();
    await card.getByRole("button", { name: "Wrong?" }).click();
    await page.getByRole("radio", { name: "Not an event" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => card.count()).toBe(0);
  });
});
