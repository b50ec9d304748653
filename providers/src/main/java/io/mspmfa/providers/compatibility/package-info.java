// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Which Keycloak this is, whether everything is there that we need of it, and what its releases call differently. */
@NullMarked
package io.mspmfa.providers.compatibility;

import org.jspecify.annotations.NullMarked;
