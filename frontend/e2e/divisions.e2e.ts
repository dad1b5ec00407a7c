// Mentions by division: the colours of the map, the table, the file.

import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, narrow, open, settled, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("divisions", () => {
  useBrowser();

  it("are listed with what is mentioned in each, by mentions or articles, in the time that is chosen", async () => {
    const page = await open("?list=divisions&map=7/35.3/37.4");
    const rows = page.locator(".divisions tbody tr");
    const first = () => rows.first().innerText();
    await expect.poll(first).toMatch(/^(Idlib|Hama)\s+Syria\s+\d+$/);
    const mentions = Number(/\d+$/.exec(await first())![0]);
    await shot(page, "divisions");
    await expectAccessible(page);
    await page.locator(".divisions .segment", { hasText: "Articles" }).click();
    await expect.poll(async () => Number(/\d+$/.exec(await first())![0])).toBeLessThan(mentions);
    expect(page.url()).toContain("list=divisions");
    await page.goto(page.url().replace("map=", "time=2019-08-19/2019-08-25&map="));
    await expect.poll(async () => Number(/\d+$/.exec(await first())![0])).toBeLessThan(mentions);
  });

  it("are written by week, and add up to the table", async () => {
    const page = await open("?list=divisions");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV by week" }).click(),
    ]);
    const [head, ...lines] = (await text(await download.createReadStream())).trim().split("\r\n");
    expect(head).toBe("division,country,week,mentions");
    const sum = lines.filter((l) => l.startsWith("Idlib,Syria,")).reduce((n, l) => n + Number(l.split(",")[3]), 0);
    const row = page.locator(".divisions tbody tr", { hasText: "Idlib" }).first();
    expect(Number((await row.locator("td").innerText()).replaceAll(",", ""))).toBe(sum);
  });

  it("leave the circles faint, and give the map back with another list", async () => {
    const page = await open("?list=divisions&map=8/35.5/36.7", { data: "made" });
    const symbols = (await drawList(page)).symbols.length;
    await page.getByRole("tab", { name: /^Places/ }).click();
    await settled(page);
    expect((await drawList(page)).symbols.length).toBe(symbols);
  });

  it("are listed of an archive that is too large to be read", async () => {
    const small = await open("?list=divisions", { data: "made" });
    const large = await open("?list=divisions", { data: "made", most: 5 });
    const rows = (page: typeof small) => page.locator(".divisions tbody tr").allInnerTexts();
    const read = await rows(small);
    expect(read.length).toBeGreaterThan(1);
    await expect.poll(() => rows(large)).toEqual(read);
  });

  it("fit a narrow screen, in Arabic and in the dark", async () => {
    const page = await open("?list=divisions&lang=ar", { size: narrow, dark: true });
    await page.locator(".grip").click();
    await settled(page);
    await expectAccessible(page);
    await shot(page, "divisions-narrow-arabic");
  });
});
