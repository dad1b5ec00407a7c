// Measuring on the map.

import { describe, expect, it } from "vitest";
import { circle, expectAccessible, open, settled, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("measuring", () => {
  useBrowser();

  it("tells the distance from point to point and where the pointer is, by pointer and by keys", async () => {
    const page = await open("?map=8/35.5/36.7", { data: "made" });
    const button = page.getByRole("button", { name: "Measure distances" });
    await button.click();
    await page.getByText("Click points on the map").waitFor();
    const [a, b] = [await circle(page, "t1"), await circle(page, "t2")]; // 35.44, 36.65 and 35.93, 36.63
    await page.mouse.click(a.x, a.y);
    await page.mouse.move(b.x, b.y);
    const length = page.locator(".hint-measure strong");
    const km = async () => Number(/[\d.]+/.exec(await length.innerText()));
    await expect.poll(km).toBeGreaterThan(53.5);
    expect(await km()).toBeLessThan(55.5);
    expect(await page.locator(".measure-at").innerText()).toMatch(/^35\.9\d+, 36\.6\d+$/);
    await page.mouse.click(b.x, b.y);
    await page.locator("#map").press("Enter");
    await expect.poll(km).toBeGreaterThan(80);
    await settled(page);
    expect(page.url()).not.toContain("place="); // a click measures, and opens nothing
    expect(await page.locator(".dossier").count()).toBe(0);
    await shot(page, "measure");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove last" }).click();
    await page.mouse.move(b.x, b.y);
    await expect.poll(km).toBeLessThan(55.5);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".hint-measure").count()).toBe(0);
    expect(await button.getAttribute("aria-pressed")).toBe("false");
    await settled(page);
    await page.mouse.click(a.x, a.y);
    await expect.poll(() => page.url()).toContain("place=t1");
  });
});
