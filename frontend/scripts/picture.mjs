// Makes the picture of the README: `make picture`, or
//
//   DATELINE_BIN=../bin/dateline node scripts/picture.mjs [FILE]
//
// The sample with Khan Shaykhun chosen. CHROMIUM names another browser than Debian's.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const file = process.argv[2] ?? "../docs/map.png";
const server = spawn(process.env.DATELINE_BIN, ["serve", "--quiet", "--addr", "127.0.0.1:0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const [url] = await once(createInterface(server.stdout), "line");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", locale: "en" });
await page.goto(`${url}/?place=gn168325&map=7/35.2/38.6`);
await page.getByRole("button", { name: "Got it" }).click();
await page.waitForLoadState("networkidle");
await page.screenshot({ path: file });
await browser.close();
server.kill("SIGTERM");
