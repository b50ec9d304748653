// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import "@patternfly/react-core/dist/styles/base.css";
import "./styles/fonts.css";
import "./styles/shell.css";
import "./styles/parts.css";
import "./styles/pages.css";
import { QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { startTexts } from "./i18n";
import { queries } from "./queries";
import { signIn } from "./session";
import { followTheSystemsColours } from "./theme";

async function start(root: HTMLElement): Promise<void> {
  followTheSystemsColours();
  await startTexts();
  try {
    await signIn();
  } catch {
    root.textContent = i18next.t(isSecureContext ? "start.failed" : "start.insecure");
    root.className = "mfa-sorry";
    return;
  }
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById("app");
if (root) void start(root);
