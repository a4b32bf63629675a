import { defineConfig } from "vitest/config";

/** Every test but those of the real editor. What is tested as a program is built first. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editor/**"],
    globalSetup: ["test/build.ts"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
