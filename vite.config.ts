// How the page in web/ becomes files that `dateline serve` hands out. Nothing is inlined: the server's policy forbids
// inline scripts and styles and data: addresses.
import { defineConfig } from "vite";

export default defineConfig({
  root: "web",
  base: "./",
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  // For work on the page: `npx vite` here, `dateline serve` beside it.
  server: { proxy: { "/api": `http://127.0.0.1:${process.env.DATELINE_PORT ?? "8300"}` } },
});
