// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Replaces some of Keycloak's own providers. */
@NullMarked
package io.mspmfa.providers.enforcement.overrides;

import org.jspecify.annotations.NullMarked;
