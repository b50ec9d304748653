// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Checking what was typed, whatever factor it belongs to, and refusing it. */
@NullMarked
package io.mspmfa.authenticators.factors.codes;

import org.jspecify.annotations.NullMarked;
