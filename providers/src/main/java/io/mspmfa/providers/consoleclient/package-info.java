// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The client by which people sign in to the console: how it is made, kept as it should be, and recognised. */
@NullMarked
package io.mspmfa.providers.consoleclient;

import org.jspecify.annotations.NullMarked;
