// web/src in, one module for every page out, and what only some pages load: maps, outlines.
import { defineConfig } from "vite";

export default defineConfig({
  base: "/static/",
  publicDir: false,
  logLevel: "warn",
  build: {
    outDir: "../src/twosource/serve/web/static",
    emptyOutDir: true,
    assetsInlineLimit: 0, // a data: address would need a wider content security policy
    modulePreload: { polyfill: false },
    target: "es2022",
    rollupOptions: {
      onwarn: (warning, tell) => warning.code === "EVAL" || tell(warning), // htmx's own; its config forbids it
      input: { desk: "src/desk.js" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]", // the page asks for them with ?v=version
      },
    },
  },
});
