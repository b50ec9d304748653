// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Plugin } from "vite";

/**
 * PatternFly's base.css names 17 fonts, and each would end up in the JAR. src/styles/fonts.css names the ones that
 * pages use, so all others are left out here.
 */
export function fontsWeUse(): Plugin {
  return {
    name: "fonts-we-use",
    enforce: "pre",
    transform(code, id) {
      return id.includes("react-core/dist/styles/base.css") ? code.replace(/@font-face\s*\{[^}]*\}/g, "") : null;
    },
  };
}
