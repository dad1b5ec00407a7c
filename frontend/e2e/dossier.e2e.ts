// What there is to know of a place, and why a line or area is where it is.

import { describe, expect, inject, it, onTestFinished } from "vitest";
import { expectAccessible, narrow, open, shot, skip, useBrowser } from "./browser";
import { serve } from "./server";

const bin = inject("bin");

describe.skipIf(skip)("a place's dossier", () => {
  useBrowser();

  it("has its names, what it lies in, its point and other maps, and its sentences by article", async () => {
    const page = await open("?place=gn168325"); // Khan Shaykhun in the sample
    const panel = page.locator("#panel");
    await panel.getByRole("heading", { name: "Khan Shaykhun", exact: true }).waitFor();
    expect(await panel.locator(".other-name").innerText()).toBe("خان شيخون");
    expect(await panel.locator(".lies-in").innerText()).toBe("Idlib · Syria");
    const osm = panel.getByRole("link", { name: "OpenStreetMap" });
    expect(await osm.getAttribute("href")).toMatch(
      /^https:\/\/www\.openstreetmap\.org\/\?mlat=35\.4\d+&mlon=36\.6\d+#map=13/,
    );
    expect(await osm.getAttribute("rel")).toBe("noopener noreferrer");
    const titles = await panel.locator(".sentence-head h3").allInnerTexts();
    expect(titles.length).toBeGreaterThan(1);
    expect(new Set(titles).size).toBe(titles.length);
    await expectAccessible(page);
    await shot(page, "dossier");
    // Which dates are only the article's is said, and their bars are hollow.
    await page.locator(".sentence .assumed").first().waitFor();
    await expect.poll(() => page.locator(".time-key").innerText()).toContain("date approximate");
    await page.getByRole("combobox", { name: "Date used" }).selectOption("published");
    await expect.poll(() => page.locator(".sentence .assumed").count()).toBe(0);
    await expect.poll(() => page.locator(".time-key").innerText()).not.toContain("date approximate");
  });

  it("copies the point, colours its part of the timeline, and filters by one of its sources", async () => {
    const page = await open("?place=t1", { data: "made" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: /^Copy: 35\.4400, 36\.6500/ }).click();
    await page.locator(".dossier [role=status]").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("35.4400, 36.6500");
    await expect.poll(() => page.locator(".time-key").innerText()).toContain("Khan Shaykhun");
    await page
      .locator(".dossier")
      .getByRole("button", { name: /First Paper/ })
      .click();
    await expect.poll(() => page.url()).toContain("source=First+Paper");
    await expect.poll(() => page.locator(".sentence-head").count()).toBe(1);
    await page.getByRole("button", { name: "Back" }).click();
    await expect.poll(() => page.locator(".time-key").innerText()).toContain("in view");
  });

  it("reads as well on a narrow screen, in Arabic and in the dark", async () => {
    const page = await open("?place=gn168325&lang=ar", { size: narrow, dark: true });
    await page.locator(".dossier").waitFor();
    await expectAccessible(page);
    await shot(page, "dossier-narrow-arabic");
  });

  it("offers the maps that the server was told of", async () => {
    const server = await serve(bin, "--map-link", "Our map=https://maps.example/{lat}/{lon}");
    onTestFinished(server.stop);
    const page = await open("?place=gn168325", { base: server.url });
    expect(await page.getByRole("link", { name: "Our map" }).getAttribute("href")).toMatch(
      /^https:\/\/maps\.example\/35/,
    );
  });
});

describe.skipIf(skip)("a line or area in an article", () => {
  useBrowser();

  it("says how it was read, how far off it may be and from which places", async () => {
    const page = await open("?article=a000000000000001", { data: "made" });
    await page.locator(".mark-front-link", { hasText: "north of" }).click();
    const card = page.locator(".why");
    expect(await card.innerText()).toMatch(/pocket · ±10 km · medium confidence/i);
    expect(await card.innerText()).toContain("Read as: as drawn from Hama Governorate");
    await card.getByRole("button", { name: "Hama Governorate" }).click();
    await expect.poll(() => page.url()).toMatch(/map=9\/35\.1/);
    await expectAccessible(page);
    await shot(page, "why-front");
    await card.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => card.count()).toBe(0);
  });
});
