// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { getInjectedEnvironment } from "@keycloak/keycloak-ui-shared";

/**
 * What the server says about itself, in the block `environment` of index.html. URLs have no slash at the end, except
 * `consoleUrl`.
 */
export type Environment = {
  /** The realm whose login the console uses: `master` for resellers, a tenant's realm for its administrators. */
  realm: string;
  /** The server at its frontend address. */
  serverBaseUrl: string;
  /** The server at its admin address: where the REST API and this page are. */
  adminBaseUrl: string;
  /** The base address of the login, for keycloak-js. */
  authUrl: string;
  clientId: string;
  /** This page, exactly as the client's redirect URI names it. */
  consoleUrl: string;
  /** The realm's default language, or the visitor's, if the server knows it. */
  locale: string;
  /** The provider's name for the product, from its brand. */
  productName?: string;
  version?: string;
};

export const environment = getInjectedEnvironment<Environment>();
