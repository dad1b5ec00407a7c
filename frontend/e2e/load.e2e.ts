// The page on the server's own data: it loads, holds what it should, and its counts add up.

import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, go, open, shot, skip, useBrowser, wide } from "./browser";

describe.skipIf(skip)("the page", () => {
  useBrowser();

  it("shows the known places of the sample, draws as many mentions as it says, and lists as many as it draws", async () => {
    const page = await open("?list=places&everywhere=1");
    const names = await page.locator(".row-name").allInnerTexts();
    for (const name of [/Khan Sh/, /^Idlib/, /^Aleppo/, /^Hama/])
      expect(
        names.some((n) => name.test(n)),
        String(name),
      ).toBe(true);
    await expectAccessible(page);
    await go(page, "?list=places&roles=all");
    const list = await page.locator(".list").first().locator(".row-count [aria-hidden]").allInnerTexts();
    const shown = await page.locator(".ledger summary").innerText();
    await page.locator(".ledger summary").click();
    const [view, elsewhere, ...rest] = (await page.locator(".ledger td").allInnerTexts()).map((n) =>
      Number(n.replaceAll(",", "")),
    );
    const total = rest.pop()!;
    expect(view + elsewhere + rest.reduce((a, b) => a + b, 0)).toBe(total);
    expect(shown).toContain(`${view} mentions`);
    const rows = page.locator(".row-count [aria-hidden]");
    while ((await page.locator(".more").count()) > 0) {
      const n = await rows.count();
      await page.locator(".more").first().click();
      await expect.poll(() => rows.count()).toBeGreaterThan(n);
    }
    const all = (await page.locator(".list").first().locator(".row-count [aria-hidden]").allInnerTexts()).map(Number);
    expect(all.reduce((a, b) => a + b, 0)).toBe(view);
    expect(list.length).toBeLessThanOrEqual(all.length);
  });

  it("names what articles name once, whatever other gazetteers call it", async () => {
    const page = await open("?map=9/33.31/38.7");
    const names = async () => (await drawList(page)).labels.map((l) => l.text);
    await expect.poll(names).toContain("Ar Ruţbah"); // a town that no article names: they are here
    expect((await names()).filter((name) => name === "Rukban")).toEqual(["Rukban"]);
    // No two names overlap, here or elsewhere.
    for (const map of ["?map=7/35.3/37.4", "?map=9/35.6/36.7", "?map=5.5/35/38", "?map=3/30/30"]) {
      await go(page, map);
      const { labels } = await drawList(page);
      expect(labels.length).toBeGreaterThan(3);
      for (const [i, a] of labels.entries()) {
        for (const b of labels.slice(i + 1)) {
          const apart = a.box[2] <= b.box[0] || b.box[2] <= a.box[0] || a.box[3] <= b.box[1] || b.box[3] <= a.box[1];
          expect(apart, `${a.text} / ${b.text} at ${map}`).toBe(true);
        }
      }
    }
  });

  it("the legend shows all of itself on a laptop", async () => {
    const page = await open("", { size: { width: 1280, height: 720 } });
    await page.getByRole("button", { name: /Legend/ }).click();
    const legend = page.locator(".legend");
    await legend.getByRole("checkbox").first().waitFor();
    expect(await legend.evaluate((e) => e.scrollHeight - e.clientHeight)).toBeLessThanOrEqual(0);
    const [box, zoom] = await Promise.all([".legend", ".corner-zoom"].map((s) => page.locator(s).boundingBox()));
    expect(box!.x).toBeGreaterThanOrEqual(zoom!.x + zoom!.width);
  });

  it("looks as the pictures show", async () => {
    const page = await open("", { size: wide });
    await shot(page, "wide");
    await expectAccessible(page);
    await page.getByRole("button", { name: /Legend/ }).click();
    await page.locator(".legend").getByRole("button", { name: "Close" }).waitFor();
    await shot(page, "legend");
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
    await shot(page, "dark");
    await expectAccessible(page);
  });
});
