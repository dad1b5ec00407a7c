// A PostgreSQL with PostGIS of its own, for tests of the page in front of a database.

import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folder of PostgreSQL's programs, of the newest version that has PostGIS; "" where there is none. */
export function programs(): string {
  const [libraries, share] = ["/usr/lib/postgresql", "/usr/share/postgresql"];
  const versions = existsSync(libraries) ? readdirSync(libraries).map(Number) : [];
  const newest = versions
    .sort((a, b) => b - a)
    .find(
      (v) =>
        existsSync(`${libraries}/${v}/bin/initdb`) && existsSync(join(share, String(v), "extension/postgis.control")),
    );
  return newest ? `${libraries}/${newest}/bin` : "";
}

export class Postgres {
  private readonly folder = mkdtempSync(join(tmpdir(), "dateline-e2e-postgres-"));
  private readonly data = join(this.folder, "data");
  private readonly bin: string;
  /** Root must not run PostgreSQL. */
  private readonly as: { uid: number; gid: number } | undefined;

  constructor(bin: string) {
    this.bin = bin;
    if (process.getuid?.() === 0) {
      const [uid, gid] = ["-u", "-g"].map((of) => Number(execFileSync("id", [of, "postgres"], { encoding: "utf8" })));
      this.as = { uid, gid };
      chownSync(this.folder, uid, gid);
    }
  }

  /** Starts the server and returns the address of its database. */
  async start(): Promise<string> {
    const port = await freePort();
    this.run("initdb", "-D", this.data, "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "synchronous_commit=off"];
    const options = [`-p ${port}`, ...settings.map((s) => `-c ${s}`)].join(" ");
    this.run("pg_ctl", "-D", this.data, "-w", "-l", join(this.folder, "log"), "-o", options, "start");
    return `postgres://dateline@127.0.0.1:${port}/postgres`;
  }

  end() {
    if (existsSync(join(this.data, "postmaster.pid"))) this.run("pg_ctl", "-D", this.data, "-m", "immediate", "stop");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(program: string, ...args: string[]) {
    execFileSync(join(this.bin, program), args, { cwd: this.folder, stdio: "ignore", ...this.as });
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const at = server.address();
      server.close(() => done(typeof at === "object" && at ? at.port : 0));
    });
  });
}
