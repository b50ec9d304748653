// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// What a reseller's first visit loads: the page, the entry and the list of tenants with all that they import at once,
// their styles, and the fonts.
const LIMIT = 420_000;
const DIST = new URL("../dist", import.meta.url).pathname;

const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));
const files = new Set(["index.html"]);

/** @param {string} key */
function load(key) {
  const chunk = manifest[key];
  if (files.has(chunk.file + ".gz")) return;
  files.add(chunk.file + ".gz");
  for (const css of chunk.css ?? []) files.add(css + ".gz");
  for (const next of chunk.imports ?? []) load(next);
}

load("index.html");
load("src/tenants/TenantsPage.tsx");
for (const name of readdirSync(join(DIST, "assets"))) if (name.endsWith(".woff2")) files.add("assets/" + name);

const sizes = [...files].map((file) => ({ file, bytes: statSync(join(DIST, file)).size }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { file, bytes } of sizes) console.log(String(bytes).padStart(8), file);
console.log(String(total).padStart(8), "first load, of", LIMIT, "bytes at most");
if (total > LIMIT) {
  console.error("The first load is too big. Move what a first page doesn't need into a lazy chunk.");
  process.exit(1);
}
