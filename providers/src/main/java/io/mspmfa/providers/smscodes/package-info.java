// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Delivers codes by text message. */
@NullMarked
package io.mspmfa.providers.smscodes;

import org.jspecify.annotations.NullMarked;
