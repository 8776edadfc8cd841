// After the build: compress what compresses (br and gz beside each file) and refuse a first screen over its budget.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const FOLDER = join(import.meta.dirname, "../../src/laiwang/webapp");
const BUDGET_KIB = { ".js": 80, ".css": 20 };
const COMPRESSIBLE = /\.(js|css|html|svg|webmanifest|json|wasm)$/;
const THOROUGH_MAX_BYTES = 1 << 20; // beyond, the last per cent takes a minute

const files = readdirSync(FOLDER, { recursive: true })
  .map((name) => join(FOLDER, String(name)))
  .filter((path) => statSync(path).isFile() && COMPRESSIBLE.test(path));

const page = readFileSync(join(FOLDER, "index.html"), "utf8");
const firstScreen = {};
for (const path of files) {
  const bytes = readFileSync(path);
  const gz = gzipSync(bytes, { level: 9 });
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > THOROUGH_MAX_BYTES ? 9 : 11 } });
  writeFileSync(`${path}.gz`, gz);
  writeFileSync(`${path}.br`, br);
  const kind = path.slice(path.lastIndexOf("."));
  if (kind in BUDGET_KIB && page.includes(relative(FOLDER, path).replaceAll("\\", "/"))) {
    firstScreen[kind] = (firstScreen[kind] ?? 0) + gz.length / 1024;
  }
}
for (const [kind, limit] of Object.entries(BUDGET_KIB)) {
  const used = firstScreen[kind] ?? 0;
  console.log(`first screen ${kind}: ${used.toFixed(1)} of ${limit} KiB (gzip)`);
  if (used > limit) {
    console.error(`The first screen loads more ${kind} than it may. Move something into a lazy route.`);
    process.exit(1);
  }
}
