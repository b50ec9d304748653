// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What tokens and assertions say about how somebody signed in. */
@NullMarked
package io.mspmfa.core.claims;

import org.jspecify.annotations.NullMarked;
