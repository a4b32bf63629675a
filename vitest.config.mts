import { defineConfig } from "vitest/config";

/** Every test but those of the real editor. What is tested as a program is built first. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editor/**"],
    globalSetup: ["test/build.ts"],
    // Most tests wait for a program of ours in another process.
    maxWorkers: "100%",
    // Nothing here keeps a state between files, so the engine and its dictionaries are loaded once for each worker.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
