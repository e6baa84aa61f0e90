import { defineConfig } from "vitest/config";

// Forks, not threads: the encoder's native addon loads in one thread per process.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    // One file at a time: many start whole programs with deadlines of their own.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Whole programs are started and killed here; on a crowded machine one may be starved once.
    retry: 1,
  },
});
