// A view that the reader saved: a note says what has come for it since it was last looked at.

import { describe, expect, it } from "vitest";
import { expectAccessible, open, settled, skip, useBrowser } from "./browser";
import { oneMore, useOwnArchive } from "./ownarchive";

describe.skipIf(skip)("a saved view", () => {
  const own = useOwnArchive();
  useBrowser();

  it("is told of where something is new in it, until it is looked at, and no other is", async () => {
    const page = await open("?box=30,30,45,40", { base: own.server.url });
    const keep = async (name: string) => {
      await page.locator("#share-button").click();
      await page.getByLabel("Alert me to new mentions here").fill(name);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.locator("dialog").getByRole("link", { name, exact: true }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
    };
    await keep("The region");
    await page.goto(`${own.server.url}/?box=-60,-60,-50,-50`);
    await page.locator("#share-button").waitFor();
    await keep("Elsewhere");
    own.archive.ingest(oneMore("b000000000000001"));
    const note = page.locator(".notice");
    await expect.poll(() => note.innerText()).toMatch(/^\d+ new mentions?: The region$/);
    await page.reload();
    await expect.poll(() => note.innerText()).toMatch(/^\d+ new mentions?: The region$/);
    await expectAccessible(page);
    await note.getByRole("link", { name: "The region" }).click();
    await expect.poll(() => page.url()).toContain("box=30,30,45,40");
    await settled(page);
    expect(await page.evaluate(() => JSON.parse(localStorage.getItem("dateline.saved")!).length)).toBe(2);
    await expect.poll(() => note.innerText()).toBe("");
  });
});
