// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The pages of every second factor, as one list. */
@NullMarked
package io.mspmfa.authenticators.factors;

import org.jspecify.annotations.NullMarked;
