// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Where a login enters this extension: in place of Keycloak's OTP form, and in the login check after every flow. */
@NullMarked
package io.mspmfa.authenticators.enforcement;

import org.jspecify.annotations.NullMarked;
