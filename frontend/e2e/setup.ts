// Finds what the browser tests need and starts the server.
//
//   DATELINE_URL      a server that runs, or
//   DATELINE_BIN      the binary to start: `serve --addr 127.0.0.1:0` prints its address
//   DATELINE_REQUIRE  "browser" in it: fail, rather than skip, where the browser or a font is missing
//   CHROMIUM          the browser, by default Debian's

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    base: string;
    chromium: string;
    arabicFont: boolean;
  }
}

const required = (process.env.DATELINE_REQUIRE ?? "").includes("browser");

export default async function setup(project: TestProject) {
  const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
  mkdirSync(new URL("output", import.meta.url), { recursive: true });
  const browser = existsSync(chromium);
  if (!browser) missing(`browser tests: no ${chromium}`, "chromium");
  const arabicFont = hasArabic();
  if (browser && !arabicFont) missing("tests of Arabic lettering: no font for Arabic", "fonts-noto-core");
  project.provide("chromium", browser ? chromium : "");
  project.provide("arabicFont", arabicFont);
  const server = browser && !process.env.DATELINE_URL ? await start() : null;
  project.provide("base", server?.url ?? process.env.DATELINE_URL ?? "");
  return () => {
    server?.process.kill("SIGTERM");
  };
}

function missing(what: string, debianPackage: string) {
  const line = `skipped ${what}; Debian package ${debianPackage} brings it`;
  if (required) throw new Error(`DATELINE_REQUIRE asks for the browser, but would have ${line}`);
  console.log(line);
}

function hasArabic(): boolean {
  try {
    return execFileSync("fc-list", [":lang=ar", "family"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}

async function start(): Promise<{ url: string; process: ChildProcess }> {
  const bin = process.env.DATELINE_BIN;
  if (!bin) throw new Error("set DATELINE_BIN to the dateline binary, or DATELINE_URL to a server that runs");
  const child = spawn(bin, ["serve", "--addr", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once("line", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${bin} serve ended with ${code} before it printed its address`)));
  });
  return { url: url.replace(/\/$/, ""), process: child };
}
