// An archive too large for a page is read in part: what it is says the page, and the counts still add up.

import { describe, expect, it } from "vitest";
import { expectAccessible, open, shot, skip, useBrowser } from "./browser";

const DAYS = 40;
const PER_DAY = 4000; // 160,000 mentions: the page reads 50,000
const first = Date.UTC(2020, 0, 1);
const day = (i: number) => new Date(first + i * 86_400_000).toISOString().slice(0, 10);

const place = {
  type: "Feature",
  id: "p1",
  geometry: { type: "Point", coordinates: [37, 35.5] },
  properties: { name: "A place", kind: "P.PPL", precision: "town", mentions: 1, articles: 1 },
};

/** Mentions from day to day; a few of each stand for all, as the page believes the server's count. */
function mentionsOf(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, k) => ({
    type: "Feature",
    id: `a-${from + k}-9`,
    geometry: place.geometry,
    properties: {
      place: "p1",
      name: "A place",
      phrase: "A place",
      sentence: "A place is named.",
      start: 0,
      end: 7,
      article: "a",
      source: "Paper",
      date: day(from + k),
      published: day(from + k),
      role: "place",
      kind: "P.PPL",
      precision: "town",
      confidence: 0.9,
    },
  }));
}

describe.skipIf(skip)("a large archive", () => {
  useBrowser();

  it("is read from its end, and further back when asked", async () => {
    const asked: string[] = [];
    const page = await open("", {
      routes: (p) =>
        p.route(/\/collections\//, async (route) => {
          const { pathname, searchParams: query } = new URL(route.request().url());
          const [from, to] = (query.get("datetime") ?? `${day(0)}/${day(DAYS - 1)}`)
            .split("/")
            .map((d) => (Date.parse(d) - first) / 86_400_000);
          const interval = [[`${day(0)}T00:00:00Z`, `${day(DAYS - 1)}T23:59:59Z`]];
          if (pathname.endsWith("/mentions")) return route.fulfill({ json: { extent: { temporal: { interval } } } });
          const all = pathname.includes("/places/")
            ? [place]
            : pathname.includes("/mentions/")
              ? mentionsOf(from, to)
              : [];
          const counting = query.get("limit") === "1";
          if (pathname.includes("/mentions/") && !counting) asked.push(query.get("datetime")!);
          const numberMatched = pathname.includes("/mentions/") ? (to - from + 1) * PER_DAY : all.length;
          const features = counting ? all.slice(0, 1) : all;
          await route.fulfill({ json: { type: "FeatureCollection", numberMatched, features, links: [] } });
        }),
    });
    await page
      .getByText("Too much to show at once: 48,000 of 160,000 mentions, from 29 Jan 2020 to 9 Feb 2020.")
      .waitFor();
    expect(asked).toEqual(["2020-01-29/2020-02-09"]);
    await page.locator(".ledger summary").click();
    expect(await page.locator(".ledger").innerText()).toMatch(/Not loaded\s+112,000/);
    await shot(page, "part");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Earlier" }).click();
    await page.getByText("from 17 Jan 2020 to 28 Jan 2020").waitFor();
    expect(page.url()).toContain("until=2020-01-28");
    await page.getByLabel("Up to").fill("2020-01-20");
    await page.getByText("from 9 Jan 2020 to 20 Jan 2020").waitFor();
    await page.getByRole("button", { name: "Newest" }).click();
    await page.getByText("from 29 Jan 2020 to 9 Feb 2020").waitFor();
  });
});
