// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

// What may be packed. Anything else has to be looked at first.
const ACCEPTED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

// PatternFly carries the fonts, and their licence is not its own.
const FONTS = "Red Hat Display and Red Hat Text\nLicence: OFL-1.1\nhttps://github.com/RedHatOfficial/RedHatFont\n\n";

type Description = { name: string; version: string; license?: string; homepage?: string };

/** Writes licences.txt: whose work is in the files that browsers get, and under which terms. */
export function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? Object.entries(file.modules) : []));
      const shown = modules.filter(([, module]) => module.renderedLength > 0).map(([id]) => id);
      const styles = [...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id));
      const folders = new Set([...shown, ...styles].map(packageOf).filter((folder) => folder !== undefined));
      const fonts = FONTS + readFileSync(join(import.meta.dirname, "OFL-1.1.txt"), "utf8").trim();
      const texts = [...folders].sort().map((folder) => text(folder, (problem) => this.error(problem)));
      const source = [fonts, ...texts].join("\n\n" + "-".repeat(80) + "\n\n") + "\n";
      this.emitFile({ type: "asset", fileName: "licences.txt", source });
    },
  };
}

/** The folder of the package that a module is from; undefined for our own. */
function packageOf(id: string): string | undefined {
  return /^.*\/node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(id.replace(/^\0/, "").replaceAll("\\", "/"))?.[0];
}

function text(folder: string, refuse: (problem: string) => never): string {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Description;
  const licence = about.license ?? "";
  if (!ACCEPTED.includes(licence)) refuse(`${about.name} is under the licence "${licence}", which is not in build/licences.ts`);
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const head = `${about.name} ${about.version}\nLicence: ${licence}\n${about.homepage ?? ""}`.trim();
  return file ? `${head}\n\n${readFileSync(join(folder, file), "utf8").trim()}` : head;
}
