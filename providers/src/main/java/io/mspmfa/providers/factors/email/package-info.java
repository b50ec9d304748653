// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Codes by e-mail as a second factor. */
@NullMarked
package io.mspmfa.providers.factors.email;

import org.jspecify.annotations.NullMarked;
