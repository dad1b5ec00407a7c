import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.e2e.ts"],
    globalSetup: "./setup.ts",
    maxWorkers: 3, // of one browser: one draws, one is asked, one waits
    isolate: false,
    // Bounds for what hangs: whatever is waited for comes sooner, but a machine may be busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 25 } },
  },
});
