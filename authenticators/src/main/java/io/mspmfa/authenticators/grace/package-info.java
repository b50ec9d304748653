// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Enrolment that is due, but may still be postponed. */
@NullMarked
package io.mspmfa.authenticators.grace;

import org.jspecify.annotations.NullMarked;
