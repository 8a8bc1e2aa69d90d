import { defineConfig } from "vitest/config";

// The page in Debian's chromium. Kept out of `npm test`, which needs no server and no browser; .ci/run runs both.
export default defineConfig({
  test: { include: ["test/browser/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
});
