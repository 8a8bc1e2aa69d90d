import { defineConfig } from "vitest/config";

// `npm test` is everything that needs no server of its own; the browser's tests run from .ci/run (test/browser).
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], exclude: ["test/browser/**", "node_modules/**"], testTimeout: 30_000 },
});
