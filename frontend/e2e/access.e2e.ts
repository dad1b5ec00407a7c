// Every state in both languages, both colours, wide and narrow: axe finds nothing. What a rule looks at decides where it is
// asked: names and roles in both languages, sizes and overlaps in both widths, colours in light and dark.

import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { expectAccessible, go, narrow, open, settled, skip, useBrowser, wide } from "./browser";

const states = {
  articles: "",
  places: "list=places",
  place: "place=t1",
  "area, chosen": "place=g1",
  article: "article=a000000000000001&at=17&place=t1",
  "Arabic article": "article=a000000000000002",
  "line or area": "front=a000000000000001-62-75",
  words: "q=talks",
  range: "time=2019-08-01/2019-08-31&everywhere=1",
  "without a date": "time=undated&everywhere=1",
  filters: "source=First+Paper&kind=P&confidence=high&box=36,35,37,36&axis=2019-08-01/2019-08-31&by=published",
};

describe.skipIf(skip)("accessible", () => {
  useBrowser();

  it.each([
    ["en", "wide", wide, expectAccessibleInBoth],
    ["ar", "narrow", narrow, expectAccessibleInBoth],
    ["en", "narrow", narrow, expectLaidOut],
    ["ar", "wide", wide, expectLaidOut],
  ] as const)("%s, %s", async (lang, _, size, expectFine) => {
    const page = await open(`?lang=${lang}`, { data: "made", size });
    for (const query of Object.values(states)) {
      await go(page, `?lang=${lang}&${query}`);
      await expectFine(page);
    }
    await page.locator("#share-button").click();
    await page.getByRole("dialog").waitFor();
    await expectFine(page);
  });
});

const colours = ["color-contrast", "link-in-text-block"];

/** By all rules in light, and in dark by those of colours, as nothing else depends on it. */
async function expectAccessibleInBoth(page: Page) {
  await settled(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  await expectAccessible(page, colours);
  await page.emulateMedia({ colorScheme: "light" });
}

/** By the rules that depend on where things stand. */
async function expectLaidOut(page: Page) {
  await settled(page);
  await expectAccessible(page, [...colours, "target-size", "scrollable-region-focusable", "css-orientation-lock"]);
}
