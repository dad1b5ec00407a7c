// The timeline: by pointer and by keys, the range narrows map, lists and counts at once.

import type { Page } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { expectAccessible, go, mentionsDrawn, open, settled, skip, useBrowser } from "./browser";
import { documents } from "./fixtures/atlas";
import { Archive } from "./server";

const mentions = mentionsDrawn;
const from = (page: Page) => page.getByRole("slider", { name: "From" });
const to = (page: Page) => page.getByRole("slider", { name: "To" });

describe.skipIf(skip)("the timeline", () => {
  useBrowser();

  it("narrows everything to the range", async () => {
    const page = await open("?map=7.5/35.3/36.8&time=2019-08-01/2019-08-31&roles=all", { data: "made" });
    await expect.poll(() => mentions(page)).toBe(6);
    await expect.poll(() => page.locator(".card").count()).toBe(1);
    await expect.poll(() => page.locator(".time-range").innerText()).toBe("1 Aug 2019 – 31 Aug 2019");
    await page.getByRole("button", { name: "Full period" }).click();
    await expect.poll(() => mentions(page)).toBe(15);
    await expect.poll(() => page.url()).not.toContain("time=");
    // Shows the range of a drag before it ends.
    const box = (await page.locator(".chart").boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20);
    await page.mouse.move(box.x + box.width - 1, box.y + 20);
    await expect.poll(() => mentions(page)).toBe(4); // Second Paper's
    await page.mouse.up();
    // Counts by the day of publication where that is wanted.
    await go(page, "?map=7.5/35.3/36.8&time=2020-02-28/2020-02-28&roles=all");
    await expect.poll(() => mentions(page)).toBe(3);
    await page.getByLabel("Date used").selectOption("Publication date");
    await expect.poll(() => mentions(page)).toBe(4);
    await expect.poll(() => page.url()).toContain("by=published");
    await expect.poll(() => page.locator(".card").count()).toBe(1);
  });

  it("moves by keys, and says the dates", async () => {
    const page = await open("", { data: "made" });
    await from(page).focus();
    await expect.poll(() => from(page).getAttribute("aria-valuetext")).toBe("12 June 2019");
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

  it("counts what has no date", async () => {
    const page = await open("?roles=all", { data: "made" });
    const note = page.getByRole("button", { name: "1 undated" });
    await note.click();
    await expect.poll(() => page.url()).toContain("time=undated");
    await expect.poll(() => page.locator(".card").count()).toBe(1);
    await expect.poll(() => page.locator(".time-range").innerText()).toBe("Undated");
    await page.locator(".ledger summary").click();
    await settled(page);
    expect(await page.locator(".ledger td").allInnerTexts()).toEqual(["1", "0", "1", "15", "16"]);
    await expectAccessible(page);
    await note.click();
    await page.getByRole("radio", { name: "Everywhere" }).check();
    await expect.poll(() => page.locator(".card").count()).toBe(4);
    await from(page).focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator(".card", { hasText: "undated" }).count()).toBe(0);
    await expect.poll(() => page.locator(".card").count()).toBe(2);
  });

  it("lists articles by what they tell of in the period, and says which day that is", async () => {
    const archive = new Archive(inject("bin"));
    const tell = (id: string, published: string, date: string) => ({
      ...documents[0],
      id,
      published,
      mentions: documents[0].mentions.map((m) => ({ ...m, date })),
    });
    archive.ingest([
      tell("c000000000000001", "2020-01-10", "2019-08-05"),
      tell("c000000000000002", "2019-09-01", "2019-08-20"),
    ]);
    const server = await archive.serve();
    onTestFinished(async () => {
      await server.stop();
      archive.remove();
    });
    for (const most of [0, 1]) {
      // read, and as the server lists them
      const page = await open("?time=2019-08-01/2019-08-31", { base: server.url, ...(most && { most }) });
      const days = async () =>
        (await page.locator(".card .meta:first-child").allInnerTexts()).map(
          (text) => text.match(/Event date: (.*)/)?.[1],
        );
      await expect.poll(days).toEqual(["20 Aug 2019", "5 Aug 2019"]);
    }
  });

  it("zooms its axis to days by buttons, by the wheel, and keeps it in the address", async () => {
    const page = await open("");
    const unit = page.locator(".time-key span").first();
    await expect.poll(() => unit.innerText()).toContain("per month");
    for (let i = 0; i < 4; i++) await page.getByRole("button", { name: "Zoom in (timeline)" }).click();
    await expect.poll(() => unit.innerText()).toContain("per day");
    await expect.poll(() => page.url()).toContain("axis=");
    await expectAccessible(page);
    await page.reload();
    await expect.poll(() => unit.innerText()).toContain("per day");
    await page.locator(".chart").hover();
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 100);
    await expect.poll(() => unit.innerText()).toContain("per month");
    await page.getByRole("button", { name: "Full period" }).click();
    await expect.poll(() => page.url()).not.toContain("axis=");
  });

  it("chooses a week, shows its days, and steps by its length", async () => {
    const page = await open("?time=2019-08-19/2019-08-25", { data: "made" });
    const range = page.locator(".time-range");
    await expect.poll(() => page.getByRole("button", { name: "Week" }).getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "Later", exact: true }).click();
    await expect.poll(() => range.innerText()).toBe("26 Aug 2019 – 1 Sept 2019");
    await expect.poll(() => page.locator(".time-key span").first().innerText()).toContain("per day");
    await page.getByRole("button", { name: "Earlier", exact: true }).click();
    await page.getByRole("button", { name: "Month" }).click();
    await expect.poll(() => range.innerText()).toBe("1 Aug 2019 – 31 Aug 2019");
    await page.getByRole("button", { name: "Later", exact: true }).click();
    await expect.poll(() => range.innerText()).toBe("1 Sept 2019 – 30 Sept 2019");
    // What is chosen stays in sight.
    for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Zoom in (timeline)" }).click();
    await expect
      .poll(() => {
        const [from, to] = new URL(page.url()).searchParams.get("axis")?.split("/") ?? ["", ""];
        return from <= "2019-09-01" && to >= "2019-09-30";
      })
      .toBe(true);
    await expectAccessible(page);
  });

  it("opens on the span of nearly all, and says what lies beyond", async () => {
    const archive = new Archive(inject("bin"));
    const copies = Array.from({ length: 60 }, (_, i) => ({
      ...documents[0],
      id: `c${i}`,
      published: `2019-08-${10 + (i % 20)}`,
    }));
    archive.ingest([...copies, { ...documents[3], id: "old", published: "2014-02-03" }]);
    const server = await archive.serve();
    onTestFinished(async () => {
      await server.stop();
      archive.remove();
    });
    const page = await open("", { base: server.url });
    await page.getByRole("button", { name: "1 mention: before the visible part" }).waitFor();
    await expect.poll(() => page.locator(".time-key span").first().innerText()).toContain("per day");
    await page.locator(".beyond").click();
    await expect.poll(() => page.locator(".time-key span").first().innerText()).toMatch(/per (week|month)/);
    await expect.poll(() => page.locator(".beyond").count()).toBe(0);
    await expectAccessible(page);
  });

  it("plays, pauses, and steps where less motion is asked for", async () => {
    const page = await open("?time=2019-06-01/2019-06-30", { motion: true, routes: (p) => p.clock.install() });
    await page.clock.pauseAt(new Date(Date.now() + 3_600_000)); // from here on the test's steps are the page's time
    const shown = async () => {
      await page.clock.runFor(250);
      return page.locator(".time-range").innerText();
    };
    const before = await shown();
    await page.getByLabel("Speed").selectOption("4×");
    await page.getByRole("button", { name: "Play" }).click();
    const then = await shown();
    expect(then).not.toBe(before);
    expect(await shown()).not.toBe(then);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.clock.runFor(250);
    await page.getByRole("button", { name: "Play" }).waitFor();
    const still = await open("?time=2019-06-12/2019-07-12", { data: "made" });
    await still.getByRole("button", { name: "Step forward" }).click();
    await expect.poll(() => still.locator(".time-range").innerText()).toBe("13 Aug 2019 – 12 Sept 2019");
  });
});
