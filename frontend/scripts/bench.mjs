// Measures the page in headless Chromium: `make bench-page`, or
//
//   DATELINE_BIN=../bin/dateline node scripts/bench.mjs [ARTICLES]
//
// Two archives: the sample, and one made by benchatlas.mjs (50,000 articles, a million mentions of 8,000 places). Times are
// in milliseconds, on this machine; nothing fails however long they are.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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

/** Makes a move 60 times and takes from each the time until the frame that shows it has been painted. */
function moves(kind) {
  const element = document.querySelector(kind === "brush" ? ".chart" : "#map");
  const box = element.getBoundingClientRect();
  element.setPointerCapture = () => {};
  const fire = (type, x, on = element) => {
    const at = { clientX: box.left + x, clientY: box.top + box.height / 3, pointerId: 1, button: 0, bubbles: true };
    on.dispatchEvent(new PointerEvent(type.replace("mouse", "pointer"), { ...at, isPrimary: true }));
    if (kind === "pan") on.dispatchEvent(new MouseEvent(type.replace("pointer", "mouse"), at));
  };
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel(); // its message comes after the frame's work
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
      });
    });
  return (async () => {
    const out = [];
    fire("pointerdown", box.width * 0.3);
    for (let i = 0; i < 60; i++) {
      await new Promise((done) => requestAnimationFrame(done));
      const begin = performance.now();
      fire("pointermove", box.width * (0.32 + i * 0.008), kind === "pan" ? document : element);
      await painted();
      out.push(performance.now() - begin);
    }
    fire("pointerup", box.width * 0.8, kind === "pan" ? document : element);
    return out;
  })();
}

async function measure(name, url) {
  const browser = await chromium.launch({ executablePath, args: [...flags, ...quiet] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  let bytes = 0;
  let requests = 0;
  page.on("response", async (response) => {
    requests++;
    bytes +=
      (
        await response
          .request()
          .sizes()
          .catch(() => null)
      )?.responseBodySize ?? 0;
  });
  const begin = performance.now();
  await page.goto(url);
  await page.locator(".tab").first().waitFor({ timeout: 600_000 });
  const visible = performance.now() - begin;
  await page.waitForLoadState("networkidle", { timeout: 600_000 });
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  const brush = await page.evaluate(moves, "brush");
  const pan = await page.evaluate(moves, "pan");
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
  await browser.close();
  const ms = (n) => `${n.toFixed(n < 100 ? 1 : 0)} ms`;
  console.log(`${name}
  first contentful paint  ${ms(paint)}
  data visible            ${ms(visible)}
  requests, bytes         ${requests}, ${(bytes / 1e6).toFixed(1)} MB
  heap of the page        ${(heap / 1e6).toFixed(0)} MB
  brush to redraw         p50 ${ms(quantile(brush, 0.5))}, p95 ${ms(quantile(brush, 0.95))}
  pan to redraw           p50 ${ms(quantile(pan, 0.5))}, p95 ${ms(quantile(pan, 0.95))}`);
}

async function run(name, ...args) {
  const server = await serve(...args);
  try {
    await measure(name, server.url);
  } finally {
    await server.stop();
  }
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
