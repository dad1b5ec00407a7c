// Sharing and taking along: the link, the files.

import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, go, narrow, open, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("sharing", () => {
  useBrowser();

  it("gives link, embedding and the address for a GIS", async () => {
    const page = await open("?time=2019-08-01/2019-08-31&source=First+Paper", { data: "made" });
    await page.getByRole("button", { name: "Share, download, print" }).click();
    await page.getByRole("dialog").waitFor();
    await shot(page, "share");
    await expectAccessible(page);
    const link = await page.getByLabel("Link to this view", { exact: true }).inputValue();
    expect(link).toContain("?time=2019-08-01/2019-08-31&source=First+Paper");
    const frame = await page.getByLabel("Embed code", { exact: true }).inputValue();
    const src = /src="([^"]+)"/.exec(frame)![1].replaceAll("&amp;", "&");
    expect(src).toBe(`${link}&embed=1`);
    expect(await page.getByLabel("OGC API address", { exact: false }).first().inputValue()).toBe(
      new URL("/", page.url()).href,
    );
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("share-button");
  });

  it("a link to the first view is the plain address", async () => {
    const page = await open("");
    await page.getByRole("button", { name: "Share, download, print" }).click();
    await expect.poll(() => page.locator("#share-link").inputValue()).toBe(`${new URL(page.url()).origin}/`);
  });

  it("a link has its title and description in its language", async () => {
    const page = await open("?place=gn168325&lang=ar");
    const head = await (await page.request.get(page.url(), { headers: { accept: "text/html" } })).text();
    expect(head).toContain('<meta property="og:title" content="خان شيخون" />');
    expect(/og:description" content="([^"]+)"/.exec(head)?.[1]).toMatch(/^على الخريطة: \d+ إشارة/);
    const image = /og:image" content="([^"]+)"/.exec(head)![1].replaceAll("&amp;", "&");
    const picture = await page.request.get(image);
    expect(picture.headers()["content-type"]).toBe("image/png");
    const english = await page.request.get(image.replace("lang=ar&", ""));
    expect((await picture.body()).equals(await english.body())).toBe(false);
  });

  it("writes files of just what is shown", async () => {
    const page = await open("?map=9/35.4/36.6&time=2019-08-01/2019-08-31&source=First+Paper&areas=1", { data: "made" });
    await page.getByRole("button", { name: "Share, download, print" }).click();
    const take = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), text: await text(await download.createReadStream()) };
    };
    const json = await take("GeoJSON");
    expect(json.name).toBe("dateline-2019-08-01-2019-08-31.geojson");
    const features: GeoJSON.Feature[] = JSON.parse(json.text).features;
    const drawn = await drawList(page);
    const mentions = features.filter((f) => f.properties!.layer === "mentions");
    const inView = Number(/(\d+) mentions/.exec(await page.locator(".ledger summary").innerText())![1]);
    expect(mentions.length).toBe(inView);
    expect(new Set(mentions.map((f) => f.properties!.source))).toEqual(new Set(["First Paper"]));
    expect(features.length - mentions.length).toBe(drawn.fronts.reduce((sum, f) => sum + f.n, 0));
    const csv = await take("CSV");
    expect(csv.text.trim().split("\r\n").length).toBe(features.length + 1);
  });

  it("offers the server's own files of the same mentions", async () => {
    const page = await open("?map=8/35.5/36.7&time=2019-01-01/2019-12-31&kind=P&confidence=high");
    await page.getByRole("button", { name: "Share, download, print" }).click();
    const link = page.getByRole("link", { name: "KML", exact: true });
    await link.waitFor();
    const inView = Number(/(\d+) mentions/.exec(await page.locator(".ledger summary").innerText())![1]);
    const href = new URL((await link.getAttribute("href"))!);
    href.searchParams.set("f", "json");
    href.searchParams.set("limit", "1");
    const { numberMatched } = await (await page.request.get(href.href)).json();
    expect(numberMatched).toBe(inView);
    expect(await page.getByRole("link", { name: "GeoPackage", exact: true }).count()).toBe(1);
    expect(await page.getByRole("link", { name: "KML: Lines and areas" }).count()).toBe(0); // places only
  });

  it("offers the server's own files of the same lines and areas", async () => {
    const page = await open("");
    const at = async (zoom: number) => {
      await go(page, `?map=${zoom}/35.5/36.7&time=2019-01-01/2019-12-31&confidence=high&areas=1`);
      const drawn = (await drawList(page)).fronts.reduce((sum, f) => sum + f.n, 0);
      await page.getByRole("button", { name: "Share, download, print" }).click();
      const link = page.getByRole("link", { name: "KML: Lines and areas" });
      await link.waitFor();
      const href = new URL((await link.getAttribute("href"))!);
      href.searchParams.set("f", "json");
      href.searchParams.set("limit", "1");
      const { numberMatched } = await (await page.request.get(href.href)).json();
      await page.keyboard.press("Escape");
      return { drawn, offered: numberMatched as number };
    };
    // so far out that whatever is drawn is in view, and not in the margin that the map draws beyond it
    const far = await at(6);
    expect(far.offered).toBe(far.drawn);
    const near = await at(9);
    expect(near.offered).toBeGreaterThan(0);
    expect(near.offered).toBeLessThanOrEqual(near.drawn);
    expect(near.offered).toBeLessThan(far.offered);
  });

  it("on a narrow screen, and in Arabic", async () => {
    const page = await open("?lang=ar", { data: "made", size: narrow });
    await page.locator("#share-button").click();
    await page.getByRole("dialog").waitFor();
    await shot(page, "share-narrow");
    await expectAccessible(page);
  });
});
