// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What pages a second factor has to bring along. */
@NullMarked
package io.mspmfa.authenticators.factors.spi;

import org.jspecify.annotations.NullMarked;
