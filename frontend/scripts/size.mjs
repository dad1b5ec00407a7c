// Prints what the build weighs, and fails where it is over the budget.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budgets = { js: 120, css: 20, json: 400 };
const dir = new URL("../dist/", import.meta.url);
// What index.html names, and boot.js, is there at the first view; other scripts are loaded when they are needed.
const index = readFileSync(new URL("index.html", dir), "utf8");
const onDemand = (name) => name.endsWith(".js") && !index.includes(name);
const sums = {};
for (const name of readdirSync(dir, { recursive: true })) {
  const kind = name.split(".").pop();
  if (!(kind in budgets)) continue;
  const size = gzipSync(readFileSync(new URL(name, dir)), { level: 9 }).length / 1024;
  if (!onDemand(name)) sums[kind] = (sums[kind] ?? 0) + size;
  console.log(`${size.toFixed(1).padStart(7)} KB  ${name}${onDemand(name) ? " (on demand)" : ""}`);
}
for (const [kind, size] of Object.entries(sums)) {
  const over = size > budgets[kind];
  console.log(
    `${size.toFixed(1).padStart(7)} KB  all .${kind}, gzipped; budget ${budgets[kind]}${over ? ": OVER" : ""}`,
  );
  if (over) process.exitCode = 1;
}
