// The address holds the view; back and forward work.

import { describe, expect, it } from "vitest";
import { circle, drawList, go, open, settled, skip, useBrowser } from "./browser";

describe.skipIf(skip)("the address", () => {
  useBrowser();

  it("brings back what it was copied from", async () => {
    const first = await open("", { data: "made" });
    await first.getByRole("tab", { name: /Places/ }).click();
    await first.locator(".row").first().click();
    await first.locator(".count-line").waitFor();
    await first.getByRole("slider", { name: "From" }).focus();
    await first.keyboard.press("Shift+ArrowRight");
    await first.getByRole("button", { name: "Zoom in", exact: true }).click();
    await first.getByRole("button", { name: "Dark mode" }).click();
    await expect.poll(() => first.url()).toMatch(/time=.*map=.*place=.*theme=dark/);
    await settled(first);
    const query = new URL(first.url()).search;
    const second = await open(query, { data: "made" });
    const painted = async (page: typeof first) => ({ ...(await drawList(page)), labels: [] }); // names make room for the hint
    expect(await painted(second)).toEqual(await painted(first));
    expect(await second.locator("#panel").innerText()).toBe(await first.locator("#panel").innerText());
    expect(await second.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(new URL(second.url()).search).toBe(query);
  });

  it("steps back and forward through what was opened", async () => {
    const page = await open("?list=places", { data: "made" });
    await page.locator(".row").first().click();
    await page.locator(".quote").first().click();
    await page.locator(".article").waitFor();
    await page.goBack();
    await page.locator(".count-line").waitFor();
    await page.goBack();
    await page.locator(".row").first().waitFor();
    await page.goForward();
    await page.locator(".count-line").waitFor();
  });

  it("without a view opens on its area, or on the place or front that it selects", async () => {
    const width = async (query: string) => {
      const page = await open(query, { early: true });
      await expect.poll(async () => (await drawList(page)).symbols.length).toBeGreaterThan(0);
      await settled(page);
      const [west, , east] = await page.evaluate(() =>
        (globalThis as unknown as { dateline: { window: () => number[] } }).dateline.window(),
      );
      return east - west;
    };
    const all = await width("");
    for (const query of [
      "?near=35.63,36.67,10",
      "?place=gn168325",
      "?place=gn168325&embed=1",
      "?near=35.63,36.67,10&embed=1",
    ])
      expect(await width(query), query).toBeLessThan(all / 2);
    expect(await width("?place=gn168325&map=5/35/37")).toBeGreaterThan(all / 2);
  });

  it("that names what is not there says so", async () => {
    const page = await open("?place=nowhere", { data: "made", expected: /404/ });
    await expect.poll(() => page.locator("#panel").innerText()).toContain("No article mentions this place");
    await go(page, "?article=ffffffffffffffff");
    await page.getByText("This article is not in the archive.").waitFor();
  });

  it("embedded, leaves the wheel to the page around, but with Ctrl", async () => {
    const page = await open("?embed=1&map=8/35.5/36.7", { data: "made", early: true });
    await expect.poll(async () => (await drawList(page)).symbols.length).toBeGreaterThan(0);
    await settled(page);
    const before = await drawList(page);
    await page.locator("#map").hover();
    await page.mouse.wheel(0, 400);
    await settled(page);
    expect(await drawList(page)).toEqual(before);
    await page.keyboard.down("Control");
    for (let i = 0; i < 3; i++) await page.mouse.wheel(0, 200);
    await page.keyboard.up("Control");
    await expect.poll(async () => (await drawList(page)).labels).not.toEqual(before.labels);
  });

  it("embedded, shows the sentences of a place that is clicked over the map", async () => {
    const page = await open("?embed=1&map=11/35.44/36.65", { size: { width: 800, height: 500 }, early: true });
    await expect.poll(async () => (await drawList(page)).symbols.length).toBeGreaterThan(0);
    await settled(page);
    const { x, y } = await circle(page, "gn168325");
    await page.mouse.click(x, y);
    await expect.poll(() => page.locator("#panel .sentence").count()).toBeGreaterThan(1);
    const [map, panel] = await Promise.all(["#map-area", "#panel"].map((id) => page.locator(id).boundingBox()));
    expect(panel!.height).toBeGreaterThan(200);
    expect(panel!.y + panel!.height).toBeLessThanOrEqual(map!.y + map!.height);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#panel").isVisible()).toBe(false);
  });

  it("embedded, leaves the map and its timeline, and the way to the page", async () => {
    const page = await open("?embed=1", { data: "made", size: { width: 800, height: 500 }, early: true });
    await page.getByRole("slider", { name: "From" }).waitFor();
    expect(await page.locator(".bar").isVisible()).toBe(false);
    expect(await page.locator("#panel").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Open in Dateline" }).getAttribute("href")).not.toContain("embed");
  });
});
