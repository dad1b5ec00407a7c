// Empty, loading, failed, out of reach.

import { describe, expect, it } from "vitest";
import { expectAccessible, open, shot, skip, useBrowser } from "./browser";

describe.skipIf(skip)("states", () => {
  useBrowser();

  it("an empty atlas says what to do", async () => {
    const page = await open("", { data: "empty" });
    await page.getByText("No articles yet").waitFor();
    await shot(page, "empty");
    await expectAccessible(page);
  });

  it("a part of the map without mentions offers the ways out", async () => {
    const page = await open("?map=8/20/-40&time=2019-08-01/2019-08-31", { data: "made" });
    await page.getByText("Nothing in view").waitFor();
    await shot(page, "none-in-view");
    await expectAccessible(page);
    await page.locator(".empty").getByRole("button", { name: "Show all places" }).click();
    await page.locator(".card").first().waitFor();
  });

  it("a place that nothing mentions leads to those that are", async () => {
    const page = await open("?place=nowhere", { data: "made" });
    await page.getByRole("heading", { name: "No article mentions this place." }).waitFor();
    await page.locator("#panel").getByRole("button", { name: "Places" }).click();
    await page.getByRole("link", { name: /^Khan Shaykhun/ }).waitFor();
  });

  it("shows bones while it reads", async () => {
    let release = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    const page = await open("", {
      early: true,
      routes: (p) =>
        p.route(/\/collections\/mentions/, async (route) => {
          await gate;
          await route.continue();
        }),
    });
    await page.locator(".loading .bones").first().waitFor();
    await expectAccessible(page);
    release();
    await page.locator(".card").first().waitFor();
  });

  it("a failing server is named, and can be asked again", async () => {
    let fail = true;
    const page = await open("", {
      expected: /500/,
      routes: (p) =>
        p.route(/\/collections\/places/, (route) =>
          fail
            ? route.fulfill({ status: 500, json: { status: 500, title: "Internal Server Error" } })
            : route.continue(),
        ),
    });
    await page.getByText("The map could not be loaded").waitFor();
    await shot(page, "error");
    await expectAccessible(page);
    fail = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".card").first().waitFor();
  });

  it("without the server, what is there stays", async () => {
    const page = await open("?place=t1", { data: "made", expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });
    await page.route(/\/articles\//, (route) => route.abort());
    await page.locator(".quote").first().click();
    await page.getByText("The article could not be loaded.").waitFor();
    await page
      .getByRole("alert")
      .getByText("No connection to the server")
      .or(page.locator(".notice p"))
      .first()
      .waitFor();
    await shot(page, "offline");
    await expectAccessible(page);
    await page.unroute(/\/articles\//);
    await page.goBack();
    await page.locator(".count-line").waitFor();
    await expect.poll(() => page.locator("mark").count()).toBe(4);
  });

  it("out of reach from the start, says so and tries again", async () => {
    const page = await open("", {
      expected: /ERR_FAILED/,
      routes: (p) => p.route(/\/collections\//, (route) => route.abort()),
    });
    await page.getByText("No connection to the server").first().waitFor();
    await expectAccessible(page);
    await page.unroute(/\/collections\//);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".card").first().waitFor();
  });
});
