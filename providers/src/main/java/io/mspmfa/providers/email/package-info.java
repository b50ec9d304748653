// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Sends codes by e-mail. */
@NullMarked
package io.mspmfa.providers.email;

import org.jspecify.annotations.NullMarked;
