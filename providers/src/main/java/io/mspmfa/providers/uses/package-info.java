// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** When each factor was last used. */
@NullMarked
package io.mspmfa.providers.uses;

import org.jspecify.annotations.NullMarked;
