// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Checks and refuses codes, whatever factor they belong to. */
@NullMarked
package io.mspmfa.authenticators.factors.codes;

import org.jspecify.annotations.NullMarked;
