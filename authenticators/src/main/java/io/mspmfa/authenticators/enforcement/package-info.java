// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Where a login meets this extension: in place of Keycloak's OTP form, and the login check behind every flow. */
@NullMarked
package io.mspmfa.authenticators.enforcement;

import org.jspecify.annotations.NullMarked;
