// The sheet of paper, as the browser prints it: the PDF is made without emulated media.

import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawList, narrow, open, pdfText, settled, skip, useBrowser } from "./browser";

const run = (program: string, ...args: string[]) => execFileSync(program, args, { maxBuffer: 1 << 26 });

/** Prints the page as it is: its text, how many sheets, and how its map looks. */
async function print(page: Page, name: string) {
  await settled(page);
  const path = new URL(`output/${name}.pdf`, import.meta.url).pathname;
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const text = run("pdftotext", "-layout", path, "-").toString();
  return { text, pages: text.split("\f").length - 1, ...look(run("pdftoppm", "-r", "50", path)) };
}

/** Of a picture (PPM) of the first sheet: how light it is, from 0 to 1, and how many colours are in its middle. */
function look(ppm: Buffer) {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString("latin1", 0, 60))!;
  const [width, height] = [Number(header[1]), Number(header[2])];
  const colours = new Map<number, number>();
  let sum = 0;
  for (let i = header[0].length, k = 0; k < width * height; i += 3, k++) {
    sum += (ppm[i] + ppm[i + 1] + ppm[i + 2]) / 765;
    const [x, y] = [(k % width) / width, Math.floor(k / width) / height];
    if (x < 0.4 || x > 0.9 || y < 0.25 || y > 0.75) continue;
    const colour = ppm.readUIntBE(i, 3);
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  return { lightness: sum / (width * height), colours: colours.size };
}

describe.skipIf(skip || !pdfText)("printing", () => {
  useBrowser();

  it("draws its sheet before the browser takes the page: title, time, filters, legend, address", async () => {
    const page = await open("?map=8/35.5/36.7&time=2019-08-01/2019-08-31&language=en", { data: "made", dark: true });
    const before = await drawList(page);
    const { text, pages, lightness, colours } = await print(page, "print");
    for (const part of [
      "Places mentioned in the news",
      "1 Aug 2019 – 31 Aug 2019",
      "Filters: English",
      "Town or village",
      "Natural Earth",
      `${new URL(page.url()).host}/?time=2019-08-01/2019-08-31&map=8/35.5`,
    ])
      expect(text).toContain(part);
    for (const part of ["Everywhere", "Search", "Zoom in", "Full period"]) expect(text).not.toContain(part);
    expect(pages).toBe(1);
    expect(lightness).toBeGreaterThan(0.85);
    expect(colours).toBeGreaterThan(30);
    // Afterwards all is as it was.
    await expect.poll(() => page.locator("#panel").isVisible()).toBe(true);
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
    await settled(page);
    expect((await drawList(page)).symbols).toEqual(before.symbols);
    expect(new URL(page.url()).searchParams.get("map")).toMatch(/^8\/35\.5/);
  });

  it("has the sentences of the place that is open, and the legend beside the map, not over it", async () => {
    const page = await open("?place=t1", { data: "made" });
    await page.locator(".quote", { hasText: "market" }).waitFor();
    const { text, pages } = await print(page, "print-place");
    expect(pages).toBeGreaterThan(1);
    expect(text.replace(/\s+/g, " ")).toContain("'s market is in Syria.");
    for (const sheet of text.split("\f").slice(0, -1)) expect(sheet.trim()).not.toBe("");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const [map, legend] = await Promise.all(
      [".print-map", ".legend"].map(async (selector) => (await page.locator(selector).boundingBox())!),
    );
    expect(legend.y).toBeGreaterThanOrEqual(map.y + map.height);
  });

  it("shows the same part of the world on paper as on the screen", async () => {
    const page = await open("?map=7/35/37.5");
    const places = (list: Awaited<ReturnType<typeof drawList>>, [w, h]: number[]) =>
      list.symbols.filter((s) => s.x >= 0 && s.y >= 0 && s.x <= w && s.y <= h).map((s) => s.place);
    const box = (await page.locator("#map").boundingBox())!;
    const shown = places(await drawList(page), [box.width, box.height]);
    await page.evaluate(() => {
      window.addEventListener("beforeprint", () => {
        // After the page's own listener: what the browser takes.
        const { dateline } = globalThis as unknown as { dateline: { drawList: () => unknown } };
        const { width, height } = document.querySelector("#map")!.getBoundingClientRect();
        Object.assign(globalThis, { printed: { list: dateline.drawList(), size: [width, height] } });
      });
    });
    await print(page, "print-wide");
    const { list, size } = await page.evaluate(
      () =>
        (globalThis as unknown as { printed: { list: Awaited<ReturnType<typeof drawList>>; size: number[] } }).printed,
    );
    expect(size[0]).toBeGreaterThan(950);
    expect(places(list, size)).toEqual(expect.arrayContaining(shown));
  });

  it("starts from the dialog's button, on a telephone and in Arabic", async () => {
    const page = await open("?lang=ar&time=2019-08-01/2019-08-31", { data: "made", size: narrow });
    await page.evaluate(() => {
      window.print = () => {
        Object.assign(globalThis, { asked: true });
      };
    });
    await page.locator("#share-button").click();
    await page.getByRole("button", { name: "طباعة الخريطة" }).click();
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { asked: boolean }).asked)).toBe(true);
    const { text, pages } = await print(page, "print-arabic");
    expect(text).toContain("2019");
    expect(pages).toBe(1);
  });
});
