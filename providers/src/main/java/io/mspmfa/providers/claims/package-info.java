// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Tells applications how somebody signed in: the claim {@code amr}, and what counts as a second factor there. */
@NullMarked
package io.mspmfa.providers.claims;

import org.jspecify.annotations.NullMarked;
