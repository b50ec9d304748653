// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Time-based one-time passwords (RFC 6238): which time step a code belongs to, and what two codes prove. */
@NullMarked
package io.mspmfa.core.totp;

import org.jspecify.annotations.NullMarked;
