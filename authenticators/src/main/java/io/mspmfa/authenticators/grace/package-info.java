// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Set-up that is due, but may still be put off. */
@NullMarked
package io.mspmfa.authenticators.grace;

import org.jspecify.annotations.NullMarked;
