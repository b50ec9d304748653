// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Enrolment that is due, but may be postponed for some days. */
@NullMarked
package io.mspmfa.it.grace;

import org.jspecify.annotations.NullMarked;
