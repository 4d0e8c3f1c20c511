/** Bundles the scripts of the site: `node build.mjs [--out DIR]`. The same sources give the same bytes. */
import { build } from "esbuild";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { out: { type: "string", default: join(here, "bundle") } } });

const common = {
  absWorkingDir: here,
  bundle: true,
  format: "esm",
  target: ["chrome109", "firefox115", "safari16.4"],
  minify: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
  outdir: values.out,
};

await rm(values.out, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: { app: "ts/app.ts" },
  splitting: true,
  chunkNames: "app-[name]-[hash]",
});
// A service worker is one file: not every browser lets it import modules.
await build({ ...common, entryPoints: { sw: "ts/worker/sw.ts" }, format: "iife" });
console.log((await readdir(values.out)).join("\n"));
