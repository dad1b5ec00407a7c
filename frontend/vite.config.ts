import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

const backend = process.env.DATELINE_URL ?? "http://127.0.0.1:8123";
const outDir = join(import.meta.dirname, "dist");

// The build empties dist/ itself: the placeholder is committed and stays.
function emptyDist(): Plugin {
  return {
    name: "empty-dist",
    apply: "build",
    buildStart() {
      for (const name of readdirSync(outDir)) {
        if (name !== "placeholder") rmSync(join(outDir, name), { recursive: true });
      }
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [emptyDist()],
  build: {
    outDir,
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 0, // nothing inline: the page's policy is strict
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    proxy: Object.fromEntries(["/collections", "/articles", "/search"].map((path) => [path, backend])),
  },
  test: { include: ["src/**/*.test.ts"], environment: "node", testTimeout: 30_000 },
} as Parameters<typeof defineConfig>[0]);
