// Which folder imports which: arrows lead from what the reader sees to what it is made of, and never back.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

const layers: Record<string, string[]> = {
  domain: [],
  ui: [],
  api: ["domain"],
  i18n: ["domain"],
  data: ["domain", "api"],
  state: ["domain", "api", "i18n", "data"],
  url: ["domain", "state"],
  map: ["domain", "data"],
  time: ["domain", "ui", "i18n", "data", "state"],
  read: ["domain", "ui", "api", "i18n", "data", "state", "url"],
  collections: ["domain", "ui", "i18n", "data", "state", "read"],
  panel: ["domain", "ui", "api", "i18n", "data", "state", "url", "read", "collections"],
  find: ["domain", "ui", "api", "i18n", "data", "state"],
  app: ["domain", "ui", "api", "i18n", "data", "state", "url", "map", "time", "read", "panel", "find"],
};

/** Packages that only some folders may import. */
const reserved: Record<string, string[]> = {
  leaflet: ["map"],
  "@preact/signals-core": ["ui", "i18n", "state", "url", "time", "read", "panel", "find", "app"],
  "lit-html": ["ui", "time", "read", "collections", "panel", "find", "app"],
};

const root = import.meta.dirname;

const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.endsWith(".d.ts"),
);

/** What a file imports: paths from the root on, and names of packages. */
function imports(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  return [...text.matchAll(/(?:from|import|import\() ?"([^"]+)"/g)].map(([, name]) =>
    name.startsWith(".") ? relative(root, join(root, dirname(path), name)) : name,
  );
}

const folder = (path: string) => path.split("/")[0];

it("every folder imports only what lies below it", () => {
  const wrong = sources.flatMap((path) =>
    imports(path)
      .filter((name) => folder(name) in layers && folder(name) !== folder(path))
      .filter((name) => !layers[folder(path)]?.includes(folder(name)))
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

it("every folder stands in the list, and no arrow leads back", () => {
  expect([...new Set(sources.map(folder))].sort()).toEqual(Object.keys(layers).sort());
  const order = Object.keys(layers);
  for (const [name, below] of Object.entries(layers))
    for (const other of below) expect(order.indexOf(other), `${name} over ${other}`).toBeLessThan(order.indexOf(name));
});

it("libraries stay where they belong", () => {
  const wrong = sources.flatMap((path) =>
    imports(path)
      .filter((name) =>
        Object.entries(reserved).some(([pkg, users]) => name.startsWith(pkg) && !users.includes(folder(path))),
      )
      .map((name) => `${path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});
