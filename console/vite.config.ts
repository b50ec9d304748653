// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed } from "./build/compressed";
import { fontsWeUse } from "./build/fonts";
import { licences } from "./build/licences";

export default defineConfig({
  // Relative addresses work under every context path and realm without another build.
  base: "./",
  plugins: [react(), fontsWeUse(), licences(), compressed()],
  build: {
    target: "es2022",
    sourcemap: false,
    manifest: true,
    // The Content-Security-Policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    testTimeout: 30_000,
    css: false,
    // Its file imports without endings, as only bundlers can.
    server: { deps: { inline: [/keycloak-ui-shared/, /@patternfly.react-styles/] } },
  },
});
