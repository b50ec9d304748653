// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The authenticator app's credential, verified by our own rules in managed realms. */
@NullMarked
package io.mspmfa.providers.totp;

import org.jspecify.annotations.NullMarked;
