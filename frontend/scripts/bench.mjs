// Measures the page in headless Chromium: `make bench-page`, or
//
//   DATELINE_BIN=../bin/dateline node scripts/bench.mjs [ARTICLES]
//
// Two archives: the sample, and one made by benchatlas.mjs (50,000 articles, a million mentions of 8,000 places). Times are
// in milliseconds, on this machine; nothing fails however long they are.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const bin = process.env.DATELINE_BIN;
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!bin) throw new Error("set DATELINE_BIN to the dateline binary");
if (!existsSync(executablePath))
  throw new Error(`no ${executablePath}; Debian package chromium brings it, CHROMIUM names another`);

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function serve(...args) {
  const child = spawn(bin, ["serve", "--addr", "127.0.0.1:0", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const [url] = await once(createInterface(child.stdout), "line");
  return { url, stop: () => once(child, "exit", child.kill("SIGTERM")) };
}

const quantile = (times, q) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];

/** Notes when the data is there: its counts in the panel, and with them the map. */
function watchData() {
  const look = () => {
    if (document.querySelector(".tab")) globalThis.visible = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * From now on notes of each move of the pointer how long it takes from its arrival to the end of the frame that shows it;
 * of those that change nothing, as they stay on a bar, nothing.
 */
function watchMoves() {
  globalThis.moves = [];
  const shown = () =>
    document.querySelector(".band").style.cssText + document.querySelector(".leaflet-map-pane").style.cssText;
  const note = () => {
    const begin = performance.now();
    const before = shown();
    requestAnimationFrame(() => {
      const channel = new MessageChannel(); // its message comes after the frame's work
      channel.port1.onmessage = () => before !== shown() && globalThis.moves.push(performance.now() - begin);
      channel.port2.postMessage(0);
    });
  };
  document.addEventListener("pointermove", note, { capture: true });
}

/** Drags from one part of an element's width to another, in so many steps, as fast as frames come. */
async function drag(page, selector, from, to, steps) {
  const box = await page.locator(selector).boundingBox();
  const y = box.y + box.height / 3;
  const x = (i) => box.x + box.width * (from + ((to - from) * i) / steps);
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  await page.mouse.move(x(0.5), y);
  await page.evaluate(() => {
    globalThis.moves = [];
  });
  for (let i = 1; i <= steps; i++) await page.mouse.move(x(i), y);
  await page.waitForTimeout(100);
  const times = await page.evaluate(() => globalThis.moves);
  await page.mouse.up();
  await page.waitForTimeout(700);
  return times;
}

async function measure(url) {
  const browser = await chromium.launch({ executablePath, args: [...flags, ...quiet] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  let bytes = 0;
  let requests = 0;
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    requests++;
    bytes += encodedDataLength;
  });
  await page.addInitScript(watchData);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.visible, null, { timeout: 600_000 });
  await page.waitForTimeout(1500); // lists, names and the basemap
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  const visible = await page.evaluate(() => globalThis.visible);
  await page.evaluate(watchMoves);
  const brush = [
    ...(await drag(page, ".chart", 0.1, 0.8, 100)), // a new range
    ...(await drag(page, ".chart", 0.4, 0.6, 40)), // the same, moved
  ];
  const pan = [...(await drag(page, "#map", 0.3, 0.7, 50)), ...(await drag(page, "#map", 0.7, 0.3, 50))];
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
  await browser.close();
  return {
    paint,
    visible,
    after: visible - paint,
    requests,
    megabytes: bytes / 1e6,
    heap: heap / 1e6,
    brush50: quantile(brush, 0.5),
    brush95: quantile(brush, 0.95),
    pan50: quantile(pan, 0.5),
    pan95: quantile(pan, 0.95),
  };
}

const RUNS = 3;

/** Measures some times, with a server just started each time, and prints the median of each figure. */
async function run(name, ...args) {
  const all = [];
  for (let i = 0; i < RUNS; i++) {
    const server = await serve(...args);
    try {
      all.push(await measure(server.url));
    } finally {
      await server.stop();
    }
  }
  const median = (figure) =>
    quantile(
      all.map((one) => one[figure]),
      0.5,
    );
  const ms = (figure) => `${median(figure).toFixed(median(figure) < 100 ? 1 : 0)} ms`;
  console.log(`${name}, median of ${RUNS} runs, load of the machine ${loadavg()[0].toFixed(1)}
  first contentful paint  ${ms("paint")}
  data visible            ${ms("visible")}, ${ms("after")} after it
  requests, bytes         ${median("requests")}, ${median("megabytes").toFixed(1)} MB
  heap of the page        ${median("heap").toFixed(0)} MB
  brush to redraw         p50 ${ms("brush50")}, p95 ${ms("brush95")}
  pan to redraw           p50 ${ms("pan50")}, p95 ${ms("pan95")}`);
}

const articles = process.argv[2] ?? "50000";
const dir = process.env.BENCH_DATA ?? mkdtempSync(join(tmpdir(), "dateline-bench-"));
try {
  await run("sample");
  if (!existsSync(join(dir, "data"))) {
    execFileSync(process.execPath, [new URL("benchatlas.mjs", import.meta.url).pathname, join(dir, "lines"), articles]);
    execFileSync(bin, ["ingest", "--data", join(dir, "data"), join(dir, "lines")], {
      stdio: ["ignore", "ignore", "ignore"],
    });
    rmSync(join(dir, "lines"), { recursive: true });
  }
  await run(`made: ${Number(articles) * 20} mentions`, "--data", join(dir, "data"));
} finally {
  if (!process.env.BENCH_DATA) rmSync(dir, { recursive: true });
}
