// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll, vi } from "vitest";

// Build machines may be busy.
configure({ asyncUtilTimeout: 8000 });

const environment = document.createElement("script");
environment.id = "environment";
environment.type = "application/json";
environment.textContent = JSON.stringify({
  realm: "master",
  serverBaseUrl: "http://server.test",
  adminBaseUrl: "http://server.test",
  authUrl: "http://server.test",
  clientId: "msp-mfa-console",
  consoleUrl: "http://server.test/realms/master/msp-mfa/console/",
  locale: "en",
});
document.head.append(environment);

vi.mock("../session", () => ({ token: () => Promise.resolve("token"), signInAgain: vi.fn(() => new Promise(() => undefined)), signOut: vi.fn() }));

beforeAll(async () => {
  const { startTexts } = await import("../i18n");
  await startTexts();
});

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});
