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

// `vite build --mode published`, run after the build: the page once more as one script without imports, which a published
// page loads from a disk, where no module can be. Its other files are those of the build.
function scriptAlone(): Plugin {
  return {
    name: "script-alone",
    generateBundle(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) if (file.type === "asset") delete bundle[name];
    },
  };
}

const published = {
  input: join(import.meta.dirname, "src/app/main.ts"),
  output: { entryFileNames: "assets/published.js", codeSplitting: false },
};

export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [mode === "published" ? scriptAlone() : emptyDist()],
  build: {
    outDir,
    emptyOutDir: false,
    target: "es2022",
    assetsInlineLimit: 0, // nothing inline: the page's policy is strict
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    ...(mode === "published" ? { rolldownOptions: published, copyPublicDir: false } : {}),
  },
  server: {
    proxy: Object.fromEntries(["/collections", "/articles", "/search"].map((path) => [path, backend])),
  },
  test: { include: ["src/**/*.test.ts"], environment: "node", pool: "threads", testTimeout: 30_000 },
}));
