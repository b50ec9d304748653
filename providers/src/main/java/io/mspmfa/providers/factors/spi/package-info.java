// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * What a second factor is to this extension, and what may stand in for one. Doesn't depend on any particular factor.
 */
@NullMarked
package io.mspmfa.providers.factors.spi;

import org.jspecify.annotations.NullMarked;
