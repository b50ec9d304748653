// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Pages that send a code and ask for it, whatever way it takes. */
@NullMarked
package io.mspmfa.authenticators.factors.sentcodes;

import org.jspecify.annotations.NullMarked;
