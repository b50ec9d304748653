// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/**
 * The server sends scripts and styles compressed, and inflates them for the rare client that can't. So only the
 * compressed files are packed. assets.txt lists them by name: the server sends nothing else.
 */
export function compressed(): Plugin {
  let out = "dist";
  return {
    name: "compressed",
    apply: "build",
    configResolved(config) {
      out = config.build.outDir;
    },
    closeBundle() {
      const assets = join(out, "assets");
      for (const name of readdirSync(assets)) {
        if (/\.(js|css)$/.test(name)) {
          writeFileSync(join(assets, name + ".gz"), gzipSync(readFileSync(join(assets, name)), { level: 9 }));
          rmSync(join(assets, name));
        }
      }
      writeFileSync(join(out, "assets.txt"), readdirSync(assets).sort().join("\n") + "\n");
    },
  };
}
