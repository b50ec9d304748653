// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The listener through which Keycloak's events reach this extension. */
@NullMarked
package io.mspmfa.providers.enforcement.listener;

import org.jspecify.annotations.NullMarked;
