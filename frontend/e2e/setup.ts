// Finds what the browser tests need and starts the servers.
//
//   DATELINE_BIN      the binary under test
//   DATELINE_REQUIRE  "browser", "postgres" in it: fail, rather than skip, where the browser or a font, or PostGIS is missing
//   CHROMIUM          the browser, by default Debian's chromium-headless-shell, which is twice as fast, or chromium
//   DATELINE_PICTURES a folder: the tests keep there what the page looks like

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { chromium as engine } from "playwright-core";
import type { TestProject } from "vitest/node";
import { documents } from "./fixtures/atlas";
import { programs } from "./postgres";
import { Archive, serve } from "./server";

/** What the servers hold: the sample, the documents made for tests, nothing. */
export type Data = "sample" | "made" | "empty";

declare module "vitest" {
  export interface ProvidedContext {
    bin: string;
    bases: Record<Data, string>;
    /** Where the browser that all files share listens; empty where there is none. */
    browser: string;
    arabicFont: boolean;
    /** Whether there is a program that reads the text of a PDF. */
    pdfText: boolean;
    /** The folder of the programs of a PostgreSQL with PostGIS; empty where there is none. */
    postgres: string;
  }
}

const browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // pages that a route has fulfilled count as public, and may then ask nothing of this machine
  "--disable-features=LocalNetworkAccessChecks",
];

const required = (process.env.DATELINE_REQUIRE ?? "").split(",");

export default async function setup(project: TestProject) {
  const chromium = process.env.CHROMIUM ?? browsers.find(existsSync) ?? browsers[0];
  mkdirSync(new URL("output", import.meta.url), { recursive: true });
  if (process.env.DATELINE_PICTURES) mkdirSync(process.env.DATELINE_PICTURES, { recursive: true });
  const browser = existsSync(chromium);
  if (!browser) missing(`browser tests: no ${chromium}`, "chromium-headless-shell");
  const arabicFont = Boolean(runs("fc-list", ":lang=ar", "family")?.trim());
  if (browser && !arabicFont) missing("tests of Arabic lettering: no font for Arabic", "fonts-noto-core");
  project.provide("arabicFont", arabicFont);
  const pdfText = runs("pdftotext", "-v") !== null;
  if (browser && !pdfText) missing("tests of printing: no pdftotext", "poppler-utils");
  project.provide("pdfText", pdfText);
  const postgres = programs();
  if (browser && !postgres)
    missing("the page in front of a database: no PostGIS", "postgresql-15-postgis-3", "postgres");
  project.provide("postgres", postgres);
  const bin = process.env.DATELINE_BIN ?? "";
  if (browser && !bin) throw new Error("set DATELINE_BIN to the dateline binary");
  project.provide("bin", bin);
  const shared = browser
    ? await engine.launchServer({ executablePath: chromium, args: flags, host: "127.0.0.1" })
    : null;
  project.provide("browser", shared?.wsEndpoint() ?? "");
  const archives = browser ? [new Archive(bin), new Archive(bin)] : [];
  const servers = browser ? await start(bin, archives) : [];
  const [sample = "", made = "", empty = ""] = servers.map(({ url }) => url);
  project.provide("bases", { sample, made, empty });
  return async () => {
    await Promise.all([shared?.close(), ...servers.map((server) => server.stop())]);
    for (const archive of archives) archive.remove();
  };
}

function start(bin: string, [made, empty]: Archive[]) {
  made.ingest(documents);
  return Promise.all([serve(bin), made.serve(), empty.serve()]);
}

function missing(what: string, debianPackage: string, part = "browser") {
  const line = `skipped ${what}; Debian package ${debianPackage} brings it`;
  if (required.includes(part)) throw new Error(`DATELINE_REQUIRE asks for ${part}, but would have ${line}`);
  console.log(line);
}

/** What a program prints; null where it does not run. */
function runs(program: string, ...args: string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}
