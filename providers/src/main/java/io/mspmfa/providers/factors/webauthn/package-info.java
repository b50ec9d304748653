// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Security keys and passkeys as a second factor. */
@NullMarked
package io.mspmfa.providers.factors.webauthn;

import org.jspecify.annotations.NullMarked;
