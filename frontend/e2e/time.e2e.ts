// The timeline: by pointer and by keys, the range narrows map, lists and counts at once.

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drawList, expectAccessible, open, settled, skip, useBrowser } from "./browser";

const mentions = async (page: Page) => (await drawList(page)).symbols.reduce((sum, s) => sum + s.n, 0);
const from = (page: Page) => page.getByRole("slider", { name: "From" });
const to = (page: Page) => page.getByRole("slider", { name: "To" });

describe.skipIf(skip)("the timeline", () => {
  useBrowser();

  it("narrows everything to the range", async () => {
    const page = await open("?map=7.5/35.3/36.8&time=2019-08-01/2019-08-31", { data: "made" });
    await expect.poll(() => mentions(page)).toBe(6);
    expect(await page.locator(".card").count()).toBe(1);
    expect(await page.locator(".time-range").innerText()).toBe("1 Aug 2019 – 31 Aug 2019");
    await page.getByRole("button", { name: "Full period" }).click();
    await expect.poll(() => mentions(page)).toBe(15);
    await expect.poll(() => page.url()).not.toContain("time=");
  });

  it("moves by keys, and says the dates", async () => {
    const page = await open("", { data: "made" });
    await from(page).focus();
    expect(await from(page).getAttribute("aria-valuetext")).toBe("12 June 2019");
    await page.keyboard.press("PageUp");
    await expect.poll(() => page.url()).toContain("time=");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => page.url()).toMatch(/time=2019-06-\d\d\//);
    await to(page).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("PageDown");
    const day = await to(page).getAttribute("aria-valuetext");
    expect(day).toMatch(/^\d+ \w+ 20\d\d$/);
    await expectAccessible(page);
  });

  it("takes a drag across the chart, then of its ends and its middle", async () => {
    const page = await open("", { data: "made" });
    const box = (await page.locator(".chart").boundingBox())!;
    const y = box.y + 20;
    const drag = async (a: number, b: number, at = y) => {
      await page.mouse.move(box.x + box.width * a, at);
      await page.mouse.down();
      await page.mouse.move(box.x + (box.width * (a + b)) / 2, at);
      await page.mouse.move(box.x + box.width * b, at);
      await page.mouse.up();
      await settled(page);
    };
    const range = async () => [
      Number(await from(page).getAttribute("aria-valuenow")),
      Number(await to(page).getAttribute("aria-valuenow")),
    ];
    await drag(0.3, 0.5);
    const [a, b] = await range();
    expect(b - a).toBeGreaterThan(20);
    await drag(0.4, 0.6);
    const [c, d] = await range();
    expect(d - c).toBe(b - a);
    expect(c).toBeGreaterThan(a);
    const thumb = (await to(page).boundingBox())!;
    await drag((thumb.x + thumb.width / 2 - box.x) / box.width, 0.9, thumb.y + thumb.height - 8);
    expect((await range())[1]).toBeGreaterThan(d);
  });

  it("shows the range of a drag before it ends", async () => {
    const page = await open("?map=7.5/35.3/36.8", { data: "made" });
    const box = (await page.locator(".chart").boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20);
    await page.mouse.move(box.x + box.width - 1, box.y + 20);
    await expect.poll(() => mentions(page)).toBe(4); // Second Paper's
    await page.mouse.up();
  });

  it("counts what has no date", async () => {
    const page = await open("", { data: "made" });
    const note = page.getByRole("button", { name: "1 undated mention" });
    await note.click();
    await expect.poll(() => page.url()).toContain("time=undated");
    expect(await page.locator(".card").count()).toBe(1);
    expect(await page.locator(".time-range").innerText()).toBe("Undated");
    await page.locator(".ledger summary").click();
    expect(await page.locator(".ledger td").allInnerTexts()).toEqual(["1", "0", "1", "15", "16"]);
    await expectAccessible(page);
    await note.click();
    await page.getByRole("radio", { name: "Everywhere" }).check();
    expect(await page.locator(".card").count()).toBe(4);
    await from(page).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator(".card", { hasText: "undated" }).count()).toBe(0);
  });

  it("zooms its axis to days by buttons, by the wheel, and keeps it in the address", async () => {
    const page = await open("");
    const unit = page.locator(".time-key span").first();
    const [less, more] = ["Zoom in (timeline)", "Zoom out (timeline)"].map((name) =>
      page.getByRole("button", { name }),
    );
    await expect.poll(() => unit.innerText()).toContain("per month");
    expect(await more.isDisabled()).toBe(true);
    for (let i = 0; i < 4; i++) await less.click();
    await expect.poll(() => unit.innerText()).toContain("per day");
    await expect.poll(() => page.url()).toContain("axis=");
    await expectAccessible(page);
    await page.reload();
    await expect.poll(() => unit.innerText()).toContain("per day");
    await page.locator(".chart").hover();
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 100);
    await expect.poll(() => page.url()).not.toContain("axis=");
  });

  it("plays, pauses, and steps where less motion is asked for", async () => {
    const page = await open("?time=2019-06-12/2019-07-12", { data: "made", motion: true });
    const shown = () => page.locator(".time-range").innerText();
    const before = await shown();
    await page.getByLabel("Speed").selectOption("4×");
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(shown).not.toBe(before);
    const then = await shown();
    await expect.poll(shown).not.toBe(then);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor();
    const still = await open("?time=2019-06-12/2019-07-12", { data: "made" });
    await still.getByRole("button", { name: "Step forward" }).click();
    await expect.poll(() => still.locator(".time-range").innerText()).toBe("13 Jun 2019 – 13 Jul 2019");
  });

  it("counts by the day of publication where that is wanted", async () => {
    const page = await open("?map=7.5/35.3/36.8&time=2020-02-28/2020-02-28", { data: "made" });
    await expect.poll(() => mentions(page)).toBe(3);
    await page.getByLabel("Date used").selectOption("Publication date");
    await expect.poll(() => mentions(page)).toBe(4);
    await expect.poll(() => page.url()).toContain("by=published");
    expect(await page.locator(".card").count()).toBe(1);
  });
});
