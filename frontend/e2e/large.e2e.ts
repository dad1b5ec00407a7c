// An archive too large to be read is summed by the server. Here the page is told to read little, so that what it shows of
// the server's sums can be held against what it shows when it has read everything.

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type Unit, units } from "../src/domain/bins";
import { drawList, expectAccessible, go, open, settled, shot, skip, useBrowser } from "./browser";

/** Opens the page on the sample, which is too large for it to read. */
async function large(query: string, most = 100) {
  const asked: string[] = [];
  const routes = async (p: Page) => {
    p.on("request", (request) => asked.push(request.url().replace(/^.*\/collections\//, "")));
  };
  return { page: await open(query, { most, routes }), asked };
}

/** What the page shows: counts by place, how they add up, and the lists' sizes. */
async function shown(page: Page) {
  await settled(page);
  const { symbols, fronts } = await drawList(page);
  await page.locator(".ledger").evaluate((e) => e.setAttribute("open", ""));
  return {
    places: Object.fromEntries(symbols.map((s) => [s.place, `${s.n} ${s.unsure}`]).sort()),
    fronts: fronts.map((f) => f.n).sort(), // which of its sentences names a line depends on their order
    ledger: (await page.locator(".ledger tr").allInnerTexts()).map((line) => line.replace(/\s+/g, " ")),
    listed: await page.locator("#tab-places .tab-count").innerText(),
  };
}

describe.skipIf(skip)("a large archive", () => {
  useBrowser();

  const queries = [
    "",
    "?map=8/35.5/36.7",
    "?map=7/35/37.5&time=2019-08-05/2019-08-25",
    "?map=7/35/37.5&time=2019-08-05/2019-08-25&by=published",
    "?map=7/35/37.5&time=undated",
    "?map=7/35/37.5&kind=P&kind=S&confidence=high&confidence=likely",
    "?map=7/35/37.5&kind=%3F&role=place",
    "?map=7/35/37.5&kind=front",
    "?map=7/35/37.5&language=ar&kind=P&kind=A&lang=ar",
    "?map=7/35/37.5&box=36,35,37,36&precision=town",
  ];

  it("shows the same as one that was read, and counts before a choice what it will give", async () => {
    const { page } = await large(queries[0]);
    const read = await open(queries[0]);
    for (const query of queries) {
      if (query) for (const each of [page, read]) await go(each, query);
      expect(await shown(page), query).toEqual(await shown(read));
    }
    for (const each of [page, read]) await go(each, "?lang=en");
    for (const each of [page, read]) await each.getByRole("button", { name: "Filters", exact: true }).click();
    const counts = async (p: Page) => {
      await settled(p);
      return (await p.locator(".facet").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    };
    for (const query of ["?map=7/35/37.5&confidence=high&precision=town", "?map=10/35.93/36.63&confidence=high"]) {
      for (const each of [page, read]) await go(each, query);
      const want = await counts(read);
      expect(want.length).toBeGreaterThan(3);
      expect(await counts(page), query).toEqual(want);
    }
  });

  it("is asked for once, and again only for what it lacks", async () => {
    const { page, asked } = await large("?map=8/35.5/36.7");
    const begun = asked.filter((path) => /^(places|mentions)\//.test(path)).sort();
    expect(begun).toEqual([...new Set(begun)]);
    const sums = begun.filter((path) => path.startsWith("mentions/sums"));
    expect(sums.map((path) => path.replace(/&filter=.*/, ""))).toEqual(["mentions/sums?by=place%2Cday"]);
    asked.length = 0;
    const chart = (await page.locator(".chart").boundingBox())!;
    await page.mouse.move(chart.x + chart.width * 0.3, chart.y + 20);
    await page.mouse.down();
    const way = Array.from({ length: 10 }, (_, i) => chart.x + chart.width * (0.4 + i * 0.03));
    await page.locator(".chart").evaluate((e, way) => {
      // at once, as a drag in which the pointer rests may ask once more
      for (const clientX of way) e.dispatchEvent(new PointerEvent("pointermove", { clientX, bubbles: true }));
    }, way);
    await page.mouse.up();
    const lists = () => asked.filter((path) => path.startsWith("mentions/articles")).length;
    await expect.poll(lists).toBe(1);
    await settled(page);
    expect(lists()).toBe(1);
    expect(asked.filter((path) => path.startsWith("mentions/sums"))).toEqual([]);
    await page.getByRole("button", { name: "Filters", exact: true }).click();
    await page
      .getByRole("checkbox", { name: /^High \d+$/ })
      .first()
      .check();
    await expect.poll(() => asked.filter((path) => path.startsWith("mentions/sums")).length).toBe(1);
    await shot(page, "large");
    await expectAccessible(page);
  });

  it("lists articles, more when asked, and the sentences of a place", async () => {
    const { page } = await large("?everywhere=1");
    await page.locator(".card").first().waitFor();
    const total = Number(await page.locator("#tab-articles .tab-count").innerText());
    await expect.poll(() => page.locator(".card").count()).toBe(Math.min(60, total));
    const titles = await page.locator(".card h3").allInnerTexts();
    const days = await page.locator(".card time").evaluateAll((all) => all.map((t) => t.getAttribute("datetime")));
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set(titles).size).toBe(titles.length);
    await page.getByRole("tab", { name: /Places/ }).click();
    await page.locator(".row").first().click();
    await page.locator(".sentence").first().waitFor();
    await settled(page);
    const sentences = async (p: Page) => {
      await settled(p);
      return (await p.locator(".quote").allInnerTexts()).sort();
    };
    const read = await open(new URL(page.url()).search || "?");
    await read.locator(".sentence").first().waitFor();
    expect(await sentences(page)).toEqual(await sentences(read));
    await expectAccessible(page);
    await page.locator(".quote").first().click();
    await page.locator(".mark-here").waitFor();
  });

  it("keeps its list while the map moves", async () => {
    const { page } = await large("?map=8/35.5/36.7");
    await page.locator(".card").first().waitFor();
    await page.evaluate(() => {
      const log = globalThis as unknown as { least: number };
      log.least = Number.POSITIVE_INFINITY;
      const look = () => {
        log.least = Math.min(log.least, document.querySelectorAll(".card").length);
        requestAnimationFrame(look);
      };
      look();
    });
    const map = (await page.locator("#map").boundingBox())!;
    await page.mouse.move(map.x + 500, map.y + 300);
    await page.mouse.down();
    for (let i = 1; i <= 10; i++) await page.mouse.move(map.x + 500 - i * 12, map.y + 300);
    await page.mouse.up();
    await settled(page);
    expect(await page.evaluate(() => (globalThis as unknown as { least: number }).least)).toBeGreaterThan(0);
  });

  it("gives its files by the server", async () => {
    const { page } = await large("?map=8/35.5/36.7&time=2019-08-01/2019-08-31&confidence=high");
    await page.getByRole("button", { name: "Share, download, print" }).click();
    const link = page.getByRole("link", { name: "CSV", exact: true });
    await link.waitFor();
    const inView = Number(/(\d+) mentions?/.exec(await page.locator(".ledger summary").innerText())![1]);
    const text = await (await page.request.get((await link.getAttribute("href"))!)).text();
    expect(text.trim().split("\r\n").length - 1).toBe(inView);
    expect(await page.getByRole("link", { name: "GeoJSON", exact: true }).count()).toBe(1);
    await expectAccessible(page);
  });

  it("goes by whole weeks where days would be too many", async () => {
    const { page } = await large("?map=8/35.5/36.7&time=2019-08-07/2019-08-21", 10);
    await expect.poll(() => page.locator(".time-range").innerText()).toBe("5 Aug 2019 – 25 Aug 2019");
    await expect.poll(() => page.locator(".time-key").innerText()).toContain("whole weeks");
    const read = await open("?map=8/35.5/36.7&time=2019-08-05/2019-08-25");
    expect(await shown(page)).toEqual(await shown(read));
    await page.getByRole("slider", { name: "From" }).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect
      .poll(async () => {
        const day = Number(await page.getByRole("slider", { name: "From" }).getAttribute("aria-valuenow"));
        return (day + 3) % 7;
      })
      .toBe(0);
    await expectAccessible(page);
  });

  /** Answers as the server does where sums by these are too many. */
  const refusing =
    (...bins: string[]) =>
    async (page: Page) => {
      await page.route(/\/sums\?/, (route) => {
        const url = new URL(route.request().url());
        const by = url.searchParams.get("by")!;
        const finest = units.indexOf(by.slice(6) as Unit);
        const coarser = url.searchParams.get("coarser") === "1";
        const bin = units.slice(finest, coarser ? undefined : finest + 1).find((unit) => !bins.includes(unit));
        if (bin) {
          url.searchParams.set("by", `place,${bin}`);
          return route.continue({ url: url.href });
        }
        const problem = {
          type: "about:blank",
          title: "Bad Request",
          status: 400,
          detail: `by: too many ${by}`,
          parameter: "by",
        };
        return route.fulfill({ status: 400, contentType: "application/problem+json", json: problem });
      });
    };
  it("goes by whole months where weeks are too many, by years where months are", async () => {
    const cases = [
      {
        bins: ["week"],
        time: "2019-08-01/2019-08-31",
        key: "whole months",
        range: "1 Aug 2019 – 31 Aug 2019",
        later: "1 Sept 2019 – 30 Sept 2019",
      },
      {
        bins: ["week", "month"],
        time: "2019-01-01/2019-12-31",
        key: "whole years",
        range: "1 Jan 2019 – 31 Dec 2019",
        later: "1 Jan 2020 – 31 Dec 2020",
      },
    ];
    for (const { bins, time, key, range, later } of cases) {
      const page = await open("?map=8/35.5/36.7&time=2019-08-07/2019-08-21", {
        most: 10,
        routes: refusing(...bins),
      });
      await expect.poll(() => page.locator(".time-key").innerText()).toContain(key);
      await expect.poll(() => page.locator(".time-range").innerText()).toBe(range);
      const read = await open(`?map=8/35.5/36.7&time=${time}`);
      expect(await shown(page)).toEqual(await shown(read));
      await page.getByRole("button", { name: "Later", exact: true }).click();
      await expect.poll(() => page.locator(".time-range").innerText()).toBe(later);
      await expectAccessible(page);
    }
  });

  it("says what to do where no sums are few enough", async () => {
    const page = await open("", {
      most: 10,
      routes: refusing("week", "month", "year"),
      expected: /status of 400/,
      early: true,
    });
    await page.getByRole("heading", { name: "The map could not be loaded" }).waitFor();
    expect(await page.locator("#panel").innerText()).toContain("split it into smaller archives");
    await expectAccessible(page);
  });
});
