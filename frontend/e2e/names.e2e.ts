// What the map names, and what it names once.

import { describe, expect, it } from "vitest";
import { drawList, go, open, settled, skip, useBrowser, wide } from "./browser";

describe.skipIf(skip)("names on the map", () => {
  useBrowser();

  it("a town that the period does not mention has its name once", async () => {
    const page = await open("?time=2019-08-19/2019-08-25&map=7/35/38", { size: wide });
    const texts = async () => (await drawList(page)).labels.filter((l) => l.style === "dim").map((l) => l.text);
    for (const town of ["Damascus", "Homs", "Deir ez-Zor", "Beirut"])
      await expect.poll(async () => (await texts()).filter((text) => text === town)).toEqual([town]);
  });

  it("an open article's places come first, and the others stand back, with their lines", async () => {
    const page = await open("?map=9/35.4/36.7", { size: wide });
    const styles = async () => new Map((await drawList(page)).labels.map(({ text, style }) => [text, style]));
    expect((await styles()).get("Idlib")).toBe("place");
    const lines = async () => (await drawList(page)).labels.filter(({ style }) => style === "line").length;
    const before = await lines();
    await go(page, "?map=9/35.4/36.7&article=0d0da30c0179e628");
    await settled(page);
    await expect.poll(async () => (await styles()).get("Khan Shaykhun")).toBe("place");
    await expect.poll(async () => (await styles()).get("Idlib")).toBe("dim");
    expect(await lines()).toBeLessThan(before);
  });

  it("lines and areas are called in the reader's language, in the list too", async () => {
    const page = await open("?list=fronts&everywhere=1", { size: wide });
    const names = page.locator(".row-name > bdi");
    await expect.poll(() => names.count()).toBeGreaterThan(20);
    expect((await names.allInnerTexts()).filter((name) => /\p{Script=Arabic}/u.test(name))).toEqual([]);
    await go(page, "?list=fronts&everywhere=1&lang=ar");
    const arabic = async () => (await names.allInnerTexts()).filter((name) => /\p{Script=Arabic}/u.test(name)).length;
    await expect.poll(arabic).toBeGreaterThan(15);
  });
});
