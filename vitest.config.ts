import { defineConfig } from "vitest/config";

// Forks, not threads: the encoder's native addon loads in one thread per process.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
