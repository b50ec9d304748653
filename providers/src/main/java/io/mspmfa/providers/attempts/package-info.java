// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Counts wrong codes, with a single count per user over all factors, pages, sessions and nodes. */
@NullMarked
package io.mspmfa.providers.attempts;

import org.jspecify.annotations.NullMarked;
