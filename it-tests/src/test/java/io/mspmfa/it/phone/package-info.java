// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The authenticator app on a phone, with codes from a third-party library. */
@NullMarked
package io.mspmfa.it.phone;

import org.jspecify.annotations.NullMarked;
