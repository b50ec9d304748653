// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** How another extension adds signals to adaptive mode. */
@NullMarked
package io.mspmfa.providers.risk.spi;

import org.jspecify.annotations.NullMarked;
