// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** How many wrong codes a user may enter, and how long the pause after them lasts. */
@NullMarked
package io.mspmfa.core.attempts;

import org.jspecify.annotations.NullMarked;
