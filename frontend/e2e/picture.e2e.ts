// Pictures of the map to take along, and the title of the page.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawList, go, open, pictures, settled, skip, useBrowser } from "./browser";

const keep = (name: string, bytes: Buffer) => pictures && writeFileSync(join(pictures, name), bytes);

async function take(page: Page, size: string, type: "PNG" | "SVG") {
  await settled(page);
  await page.getByRole("button", { name: "Share, download, print" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("group", { name: size }).getByRole("button", { name: type }).click(),
  ]);
  await page.keyboard.press("Escape");
  const bytes = await buffer(await download.createReadStream());
  keep(`picture-${size.replaceAll(" ", "-")}.${type.toLowerCase()}`, bytes);
  return { name: download.suggestedFilename(), bytes };
}

/** How light a picture is, from 0 to 1: its own pixels say so. */
function lightness(page: Page, png: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(60, 40);
    const ctx = canvas.getContext("2d")!;
    ctx.drawImage(image, 0, 0, 60, 40);
    const { data: p } = ctx.getImageData(0, 0, 60, 40);
    return p.reduce((sum, v) => sum + v, 0) / (255 * p.length);
  }, png.toString("base64"));
}

/** The size that the header of a PNG says. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe.skipIf(skip)("a picture", () => {
  useBrowser();

  it("has its size, and the page is afterwards as before", async () => {
    const query = "?map=8/35.5/36.7&time=2019-08-01/2019-08-31&place=t1";
    const page = await open(query, { data: "made", dark: true });
    const before = await drawList(page);
    for (const [size, wanted] of [
      ["Preview card", [1200, 630]],
      ["Slide", [1600, 1200]],
      ["A4 page", [3508, 2480]],
    ] as const) {
      await go(page, query);
      const { name, bytes } = await take(page, size, "PNG");
      expect(name).toBe(`dateline-khan-shaykhun-${wanted.join("x")}.png`);
      expect(sizeOf(bytes), size).toEqual(wanted);
      expect(await lightness(page, bytes), size).toBeGreaterThan(0.8); // although the page is dark
      await settled(page);
      expect((await drawList(page)).symbols, size).toEqual(before.symbols);
      await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
    }
  });

  it("is a drawing, with its names as text: title, period, filters, legend, credit and address", async () => {
    const page = await open("?map=8/35.5/36.7&time=2019-08-01/2019-08-31&language=en", { data: "made" });
    const { bytes } = await take(page, "Slide", "SVG");
    const svg = bytes.toString();
    for (const part of [
      "Places mentioned in the news",
      "1 Aug 2019 – 31 Aug 2019",
      "English",
      "Town or village",
      "Natural Earth",
      "Khan Shaykhun",
      "/?time=2019-08-01/2019-08-31",
    ])
      expect(svg).toContain(part);
    expect(svg).not.toContain("<image");
    const size = await page.evaluate(async (text) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, svg);
    expect(size).toEqual([1280, 960]);
  });

  it("is a drawing of pockets, divisions, events and who holds what too", async () => {
    for (const [query, most, told] of [
      ["?map=8/35.5/36.7", 0, "Places mentioned in the news"],
      ["?map=8/35.5/36.7&list=divisions", 0, "Mentions by division"],
      ["?map=8/35.5/36.7&list=events", 20, "Reported events"],
      ["?map=7/35.5/36.7&list=events&events=control", 5, "Syrian government"],
      ["?map=8/35.5/36.7&place=gn168325&areas=1", 0, "Khan Shaykhun"],
    ] as const) {
      const page = await open(query);
      if (most) await expect.poll(async () => (await drawList(page)).signs?.length ?? 0).toBeGreaterThan(most);
      const { bytes } = await take(page, "Slide", "SVG");
      const svg = bytes.toString();
      keep(`picture-${query.split("=").at(-1)}.svg`, bytes);
      expect(svg.match(/<path/g)!.length, query).toBeGreaterThan(100);
      expect(svg, query).toContain(told);
      expect(svg, query).toContain("<clipPath");
      expect(svg, query).not.toMatch(/NaN|undefined/);
    }
  });

  it("is written from the right in Arabic", async () => {
    const page = await open("?lang=ar&map=8/35.5/36.7", { data: "made" });
    await page.locator("#share-button").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".share-image").nth(1).getByRole("button", { name: "PNG" }).click(),
    ]);
    const bytes = await buffer(await download.createReadStream());
    keep("picture-arabic.png", bytes);
    expect(sizeOf(bytes)).toEqual([1600, 1200]);
  });
});

describe.skipIf(skip)("the title of the page", () => {
  useBrowser();

  it("follows what is open and the period", async () => {
    const page = await open("?place=t1&time=2019-08-01/2019-08-31", { data: "made" });
    await expect.poll(() => page.title()).toBe("Khan Shaykhun · 1 Aug 2019 – 31 Aug 2019 – Dateline");
    await page.locator(".sentence-head a").first().click();
    await expect.poll(() => page.title()).toBe("Army units enter Khan Shaykhun · 1 Aug 2019 – 31 Aug 2019 – Dateline");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Full period" }).click();
    await expect.poll(() => page.title()).toBe("Dateline – places in the news, on a map with a timeline");
  });
});
