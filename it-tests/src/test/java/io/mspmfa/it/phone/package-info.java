// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The authenticator app on a phone: codes from a library that is not ours. */
@NullMarked
package io.mspmfa.it.phone;

import org.jspecify.annotations.NullMarked;
