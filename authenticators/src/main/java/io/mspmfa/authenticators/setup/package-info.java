// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The rules at every door at which a factor is set up, ours and Keycloak's own. */
@NullMarked
package io.mspmfa.authenticators.setup;

import org.jspecify.annotations.NullMarked;
