// Starts the binary under test: on its sample, or on an archive made of documents.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface Server {
  url: string;
  /** Sends SIGTERM and waits for the end. */
  stop: () => Promise<void>;
}

/** Starts `dateline serve` on a free port; the promise ends when it prints its address. */
export async function serve(bin: string, ...args: string[]): Promise<Server> {
  const child = spawn(bin, ["serve", "--addr", "127.0.0.1:0", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((done) => {
    child.once("exit", () => done());
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once("line", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${bin} serve ended with ${code} before it printed its address`)));
  });
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { url: url.replace(/\/$/, ""), stop };
}

/** An archive in a temporary folder that grows by `ingest`, as another process would let it grow. */
export class Archive {
  readonly folder = mkdtempSync(join(tmpdir(), "dateline-e2e-"));
  private readonly bin: string;

  constructor(bin: string) {
    this.bin = bin;
  }

  /** Ingests documents: JSON lines with `mentions` are stored as they are. */
  ingest(documents: readonly object[]) {
    const lines = documents.map((d) => `${JSON.stringify(d)}\n`).join("");
    execFileSync(this.bin, ["ingest", "--data", this.folder, "-"], {
      input: lines,
      stdio: ["pipe", "ignore", "pipe"],
      maxBuffer: 1 << 26,
    });
  }

  serve(...args: string[]): Promise<Server> {
    return serve(this.bin, "--data", this.folder, ...args);
  }

  /** Makes a token with rights, as read,add,edit. */
  token(rights: string): string {
    const args = ["token", "add", "--data", this.folder, "--name", "desk", "--rights", rights];
    return execFileSync(this.bin, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
