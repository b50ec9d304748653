// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * Registration: the page offers a second factor, the choice is kept for the first login, and whoever has registered signs
 * in like everyone else.
 */
@NullMarked
package io.mspmfa.authenticators.registration;

import org.jspecify.annotations.NullMarked;
