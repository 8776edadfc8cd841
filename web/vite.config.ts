// How the web app is built: into the Python package, hashed assets below /assets/, no inline script or style (strict CSP).
import { defineConfig } from "vite";

const SERVER = process.env.LAIWANG_URL ?? "http://127.0.0.1:8008";

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    outDir: "../src/laiwang/webapp",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  optimizeDeps: { exclude: ["@matrix-org/matrix-sdk-crypto-wasm"] }, // finds its wasm beside itself
  // `npm run dev` talks to a server that runs beside it.
  server: { proxy: { "/_matrix": SERVER, "/.well-known": SERVER } },
});
