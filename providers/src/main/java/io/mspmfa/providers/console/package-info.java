// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * Serves the console in which resellers and tenants' administrators manage second factors: a page that calls the admin
 * REST API. Nothing here knows what it does.
 */
@NullMarked
package io.mspmfa.providers.console;

import org.jspecify.annotations.NullMarked;
