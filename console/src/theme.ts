// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
const DARK = "pf-v5-theme-dark";

/** Follows the system's light or dark mode, also when it changes. A policy for scripts forbids to do so in the page. */
export function followTheSystemsColours(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => document.documentElement.classList.toggle(DARK, dark.matches);
  dark.addEventListener("change", apply);
  apply();
}
