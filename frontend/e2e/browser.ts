// A page under watch: strict policy, nothing but the server's own address, no error in the console.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page, type Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { settled, watchRest } from "./rest";
import type { Data } from "./setup";

export { settled } from "./rest";

const bases = inject("bases");
export const skip = inject("browser") === "";
export const arabicFont = inject("arabicFont");
export const pdfText = inject("pdfText");

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

/** Of most tests: a page costs by its pixels, and this one lacks nothing that a larger one has. */
const usual = { width: 1440, height: 600 };
export const wide = { width: 1440, height: 900 };
export const narrow = { width: 360, height: 740 };

export interface Options {
  size?: { width: number; height: number };
  dark?: boolean;
  locale?: string;
  /** Which server: that of the sample, where nothing else is said. */
  data?: Data;
  /** The address of a server that the test has started itself. */
  base?: string;
  /** The address of a server of map tiles that the page may ask too. */
  tiles?: string;
  /** Lets the page move. */
  motion?: boolean;
  /** Console errors that the test brings about. */
  expected?: RegExp;
  /** More routes, before the page is opened. */
  routes?: (page: Page) => Promise<unknown>;
  /** So many mentions the page reads; of more it takes the server's sums, from 40 times as many on by week. */
  most?: number;
  /** Opens the page without waiting until it is at rest. */
  early?: boolean;
}

let browser: Browser;
let complaints: string[] = [];
const pages: Page[] = [];

/** To be called once in each describe, behind its own hooks: pages are to close before the servers that they show. */
export function useBrowser() {
  beforeAll(async () => {
    if (!skip) browser = await chromium.connect(inject("browser"));
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    const found = complaints;
    complaints = [];
    expect(found).toEqual([]);
  });
  afterAll(() => browser?.close());
}

export async function open(query = "", options: Options = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: options.size ?? usual,
    locale: options.locale ?? "en-GB",
    timezoneId: "UTC",
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: options.motion ? "no-preference" : "reduce",
    hasTouch: (options.size ?? usual).width < 700,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  pages.push(page);
  const base = options.base ?? bases[options.data ?? "sample"];
  watch(page, [base, options.tiles ?? base], options.expected);
  await page.route((url) => url.pathname === "/", strict);
  if (options.most)
    await page.addInitScript((n) => {
      Object.assign(globalThis, { datelineMost: n });
    }, options.most);
  await options.routes?.(page);
  await watchRest(page);
  await page.goto(`${base}/${query}`);
  if (!options.early) await shown(page);
  return page;
}

async function shown(page: Page) {
  await page.locator(".tab, .panel-head, .empty").first().waitFor();
  await settled(page);
}

/** Goes to another address of the same page, as the browser's back and forward do. */
export async function go(page: Page, query: string) {
  await page.evaluate((search) => {
    history.pushState(null, "", search);
    dispatchEvent(new PopStateEvent("popstate"));
  }, query || "?");
  await shown(page);
}

/** Serves the page itself under the strictest policy that a server may give it, where the server's own is laxer. */
async function strict(route: Route) {
  const response = await route.fetch();
  const own = response.headers()["content-security-policy"] ?? "";
  if (own.startsWith("default-src 'none'") && !own.includes("unsafe")) return route.fulfill({ response });
  await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": POLICY } });
}

function watch(page: Page, own: string[], expected?: RegExp) {
  const complain = (text: string) => {
    if (!expected?.test(text)) complaints.push(text);
  };
  page.on("request", (request) => {
    const { protocol, href } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && !own.some((base) => href.startsWith(`${base}/`)))
      complain(`request to ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complain(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complain(`error: ${error.stack}`));
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

const allRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects axe to find nothing, by its rules of these names or tags: all of WCAG 2.2 A and AA and of good practice. */
export async function expectAccessible(page: Page, rules = allRules) {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  const findings = await page.evaluate(async (runOnly) => {
    const options = { runOnly, resultTypes: ["violations"], selectors: false };
    const run = (
      globalThis as unknown as { axe: { run: (d: Document, o: object) => Promise<{ violations: Finding[] }> } }
    ).axe.run;
    return (await run(document, options)).violations;
  }, rules);
  expect(
    findings.map((v) => `${v.id}: ${v.help}\n${v.nodes.map((n) => `  ${n.html}\n  ${n.failureSummary}`).join("\n")}`),
  ).toEqual([]);
}

export interface DrawList {
  symbols: { place: string; form: string; x: number; y: number; r: number; n: number; unsure: boolean }[];
  /** Countries, which have a name and a count and no symbol. */
  named: { place: string; n: number }[];
  fronts: { id: string; kind: string; style: string; n: number }[];
  /** Middles of the signs of events, while they are listed. */
  signs?: [x: number, y: number][];
  labels: { text: string; style: string; box: [number, number, number, number] }[];
}

/** What the map paints now. */
export function drawList(page: Page): Promise<DrawList> {
  return page.evaluate(() => (globalThis as unknown as { dateline: { drawList: () => DrawList } }).dateline.drawList());
}

/** How many mentions the map shows. */
export async function mentionsDrawn(page: Page) {
  const { symbols, named } = await drawList(page);
  return [...symbols, ...named].reduce((sum, { n }) => sum + n, 0);
}

/** Where pictures of the page are kept, for somebody who wants to look at them: in $DATELINE_PICTURES, or nowhere. */
export const pictures = process.env.DATELINE_PICTURES;

/** Waits until the page is at rest, and takes its picture where pictures are wanted. */
export async function shot(page: Page, name: string) {
  await settled(page);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Where a place's circle stands in the window. */
export async function circle(page: Page, place: string) {
  const found = (await drawList(page)).symbols.find((s) => s.place === place);
  if (!found) throw new Error(`${place} is not drawn`);
  const box = (await page.locator("#map").boundingBox())!;
  return { x: box.x + found.x, y: box.y + found.y, n: found.n };
}
