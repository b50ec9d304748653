// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The pages that each second factor must provide. */
@NullMarked
package io.mspmfa.authenticators.factors.spi;

import org.jspecify.annotations.NullMarked;
