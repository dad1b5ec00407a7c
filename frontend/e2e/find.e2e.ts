// The search box.

import { describe, expect, it } from "vitest";
import { expectAccessible, go, open, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("finding", () => {
  useBrowser();

  it("offers places of the map in any spelling, others, and the words", async () => {
    const page = await open("", { data: "made" });
    const box = page.getByRole("combobox", { name: "Find a place" });
    await box.fill("khan sh");
    await page.getByRole("option", { name: /^Khan Shaykhun town/ }).waitFor();
    await box.fill("خان");
    await page.getByRole("option", { name: /^Khan Shaykhun town/ }).waitFor();
    await box.fill("idlib");
    await page
      .getByRole("option", { name: /^Idlib District/ })
      .first()
      .waitFor();
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => box.getAttribute("aria-activedescendant")).toBeTruthy();
    const id = await box.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${id}`).getAttribute("aria-selected")).toBe("true");
    await expectAccessible(page);
    await shot(page, "search");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Idlib", exact: true }).waitFor();
    await expect.poll(() => page.url()).toContain("place=t2");
  });

  it("offers places of the gazetteer, whether articles name them or not, in the reader's language, and goes there", async () => {
    for (const data of ["sample", "made"] as const) {
      const page = await open("", { data });
      const box = page.locator("#find");
      for (const [text, option] of [
        ["Manbij", /^Manbij.*Aleppo/],
        ["Berlin", /^Berlin.*Germany/],
        ["منبج", /^Manbij/],
        ["Saraqeb", /^Saraqib/],
        ["Palmyra", /^Palmyra/],
        ["Damascus", /^Damascus/],
        ["تدمر", /^Palmyra/],
      ] as const) {
        await box.fill(text);
        await page.getByRole("option", { name: option }).first().waitFor();
      }
      if (data === "sample") continue;
      await go(page, "?lang=ar");
      await box.fill("Manbij");
      await page.getByRole("option", { name: /منبج/ }).first().waitFor();
      await go(page, "?lang=en");
      await box.fill("manbij");
      await page
        .getByRole("option", { name: /^Manbij/ })
        .first()
        .click();
      await expect.poll(() => page.getByRole("listbox").isVisible()).toBe(false);
      await expect.poll(() => page.url()).toMatch(/map=10\/36\.5\d*\/37\.9/);
    }
  });

  it("closes the line or area that was open, as a step of its own", async () => {
    const page = await open("?front=a000000000000001-75-110", { data: "made" });
    const kicker = page.locator(".panel-head .kicker");
    await kicker.waitFor();
    await page.getByRole("combobox", { name: "Find a place" }).fill("manbij");
    await page
      .getByRole("option", { name: /^Manbij/ })
      .first()
      .click();
    await expect.poll(() => page.url()).not.toContain("front=");
    await expect.poll(() => kicker.count()).toBe(0);
    await page.goBack();
    await kicker.waitFor();
  });

  it("closes and clears by Escape; narrows to the articles that hold the words, and removes that again", async () => {
    const page = await open("", { data: "made" });
    const box = page.getByRole("combobox", { name: "Find a place" });
    await box.fill("idl");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => box.getAttribute("aria-expanded")).toBe("false");
    expect(await box.inputValue()).toBe("idl");
    await page.keyboard.press("Escape");
    await expect.poll(() => box.inputValue()).toBe("");
    await box.fill("talks");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".card").count()).toBe(1);
    await expect.poll(() => page.url()).toContain("q=talks");
    await expectAccessible(page);
    await page.getByRole("button", { name: /Remove the filter/ }).click();
    await expect.poll(() => page.locator(".card").count()).toBeGreaterThan(1);
    await expect.poll(() => box.inputValue()).toBe("");
  });
});
