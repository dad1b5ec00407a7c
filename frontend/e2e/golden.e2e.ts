// What is painted, and what a screen reader meets, compared with files: `npm run e2e -- -u` writes them anew.

import { describe, expect, it } from "vitest";
import { drawList, go, open, skip, useBrowser } from "./browser";

describe.skipIf(skip)("golden", () => {
  useBrowser();

  it("draw lists", async () => {
    const page = await open("?map=8/35.5/36.7", { data: "made" });
    for (const [name, query] of [
      ["all", ""],
      ["august", "&time=2019-08-01/2019-08-31"],
      ["words", "&q=talks"],
    ]) {
      await go(page, `?map=8/35.5/36.7${query}`);
      const { symbols, fronts } = await drawList(page); // labels depend on the machine's fonts
      const lines = [...symbols, ...fronts].map((item) => JSON.stringify(item));
      await expect(`[\n${lines.join(",\n")}\n]\n`).toMatchFileSnapshot(`golden/draw-${name}.json`);
    }
  });

  it.each([
    ["articles", ""],
    ["places", "?list=places"],
    ["place", "?place=t1"],
    ["article", "?article=a000000000000001"],
    ["arabic", "?lang=ar"],
  ])("accessibility tree: %s", async (name, query) => {
    const page = await open(query, { data: "made" });
    await expect.poll(() => page.locator("#live").textContent()).not.toBe(""); // the counts are told after a rest
    if (name === "article") await page.locator(".article").waitFor();
    await expect(`${await page.locator("body").ariaSnapshot()}\n`).toMatchFileSnapshot(`golden/tree-${name}.yml`);
  });
});
