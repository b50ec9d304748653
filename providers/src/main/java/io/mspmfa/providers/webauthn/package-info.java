// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Security keys and passkeys, which Keycloak registers and verifies: here they become proofs. */
@NullMarked
package io.mspmfa.providers.webauthn;

import org.jspecify.annotations.NullMarked;
