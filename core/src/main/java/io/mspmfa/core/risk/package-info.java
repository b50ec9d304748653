// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * How unusual a login is, as a sum of points that can be explained: {@link io.mspmfa.core.risk.Judge} adds up what each
 * {@link io.mspmfa.core.risk.Signal} makes of the facts of a login and the user's history. Nothing here reads a clock,
 * resolves a name or asks another server.
 */
@NullMarked
package io.mspmfa.core.risk;

import org.jspecify.annotations.NullMarked;
