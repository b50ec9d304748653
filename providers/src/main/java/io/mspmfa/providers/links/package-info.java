// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Links by which somebody without a factor sets one up, wherever the link is opened and without a password (K13-K17). */
@NullMarked
package io.mspmfa.providers.links;

import org.jspecify.annotations.NullMarked;
