// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Authenticator apps as a second factor. */
@NullMarked
package io.mspmfa.providers.factors.totp;

import org.jspecify.annotations.NullMarked;
