// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The doors that a login passes: Keycloak's OTP form in ours, and the login check behind every flow. */
@NullMarked
package io.mspmfa.authenticators.enforcement;

import org.jspecify.annotations.NullMarked;
