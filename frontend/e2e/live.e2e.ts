// Articles that another process ingests while the page is open appear, and nothing moves.

import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, open, settled, shot, skip, useBrowser } from "./browser";
import { oneMore, useOwnArchive } from "./ownarchive";

describe.skipIf(skip)("news", () => {
  const own = useOwnArchive();
  useBrowser();

  it("that the server tells of are taken in at once", async () => {
    const page = await open("?place=t2&map=9/35.6/36.7", { base: own.server.url });
    const t2 = async () => (await drawList(page)).symbols.find((s) => s.place === "t2")!.n;
    const n = await t2();
    own.archive.ingest(oneMore("b000000000000001"));
    await page.getByText("1 new article").waitFor();
    await expect.poll(t2).toBe(n + 1);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect.poll(() => page.url()).toContain("everywhere=1");
    await page.getByText("1 new article").waitFor({ state: "hidden" });
  });

  it("are asked for where there are no events: taken in while a place is open, without moving the map", async () => {
    const page = await open("?place=t2&map=9/35.6/36.7", {
      base: own.server.url,
      expected: /ERR_FAILED/,
      routes: async (p) => {
        await p.clock.install();
        await p.route(/\?f=json$/, (route) => route.abort());
      },
    });
    await page.locator(".count-line").waitFor();
    const before = await drawList(page);
    const n = before.symbols.find((s) => s.place === "t2")!.n;
    own.archive.ingest(oneMore("b000000000000001"));
    await expect
      .poll(async () => {
        await page.clock.fastForward("01:00"); // past the next look: its pause is 10 s, and more where looking takes long
        await settled(page);
        return page.getByText("1 new article").count();
      })
      .toBe(1);
    await expect.poll(async () => (await drawList(page)).symbols.find((s) => s.place === "t2")?.n).toBe(n + 1);
    const after = await drawList(page);
    const places = (list: typeof after) =>
      list.symbols.map(({ place, x, y }) => ({ place, x, y })).sort((a, b) => (a.place < b.place ? -1 : 1));
    expect(places(after)).toEqual(places(before));
    expect(await page.locator("#panel-title").innerText()).toBe("Idlib");
    await shot(page, "news");
    await expectAccessible(page);
    await page.locator(".notice").getByRole("button", { name: "Close" }).click();
  });
});
