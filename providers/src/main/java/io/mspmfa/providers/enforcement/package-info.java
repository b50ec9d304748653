// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The floor: whether a login still owes a second factor, and what keeps the floor in place. */
@NullMarked
package io.mspmfa.providers.enforcement;

import org.jspecify.annotations.NullMarked;
