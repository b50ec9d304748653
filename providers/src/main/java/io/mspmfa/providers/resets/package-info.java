// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Resets by administrators: removing every second factor of a user, and everything that depends on them. */
@NullMarked
package io.mspmfa.providers.resets;

import org.jspecify.annotations.NullMarked;
