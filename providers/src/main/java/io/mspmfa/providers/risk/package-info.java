// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * Adaptive mode: what the server gathers about a login, its judgement, and what is remembered of it. The rules are in
 * {@link io.mspmfa.core.risk}.
 */
@NullMarked
package io.mspmfa.providers.risk;

import org.jspecify.annotations.NullMarked;
