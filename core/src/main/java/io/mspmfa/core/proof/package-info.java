// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The signed statement that a user session owes no second factor, and why. */
@NullMarked
package io.mspmfa.core.proof;

import org.jspecify.annotations.NullMarked;
