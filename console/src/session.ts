// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import Keycloak from "keycloak-js";
import { environment } from "./environment";

// The redirect URI is exact, so the place within the console (the hash) waits here for the way back from the login.
const PLACE = "msp-mfa-console.place";

const keycloak = new Keycloak({ url: environment.authUrl, realm: environment.realm, clientId: environment.clientId });

/** Signs in, with the single sign-on session where there is one. Tokens stay in memory. */
export async function signIn(): Promise<void> {
  if (!new URLSearchParams(location.search).has("state")) rememberPlace();
  await keycloak.init({
    onLoad: "login-required",
    pkceMethod: "S256",
    responseMode: "query",
    redirectUri: environment.consoleUrl,
    checkLoginIframe: false,
  });
  // keycloak-js would go to the login by itself, without the place: signInAgain does.
  keycloak.loginRequired = false;
  returnToPlace();
}

/** A token with some seconds left. Leads to the login where the session is over, and then doesn't return. */
export async function token(): Promise<string> {
  try {
    await keycloak.updateToken(10);
  } catch (problem) {
    // keycloak-js forgets its tokens if the server refuses them, and keeps them if the server could not be reached.
    if (keycloak.token) throw problem;
  }
  return keycloak.token ?? signInAgain();
}

let leaving: Promise<never> | undefined;

/** To the login and back to where one is, once for all calls. Forms keep what was typed: see parts/draft.ts. */
export function signInAgain(): Promise<never> {
  leaving ??= leave();
  return leaving;
}

async function leave(): Promise<never> {
  rememberPlace();
  await keycloak.login({ redirectUri: environment.consoleUrl });
  return new Promise<never>(() => undefined);
}

export async function signOut(): Promise<void> {
  sessionStorage.clear();
  await keycloak.logout({ redirectUri: environment.consoleUrl });
}

function rememberPlace(): void {
  if (location.hash) sessionStorage.setItem(PLACE, location.hash);
}

function returnToPlace(): void {
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place) history.replaceState(history.state, "", place);
}
