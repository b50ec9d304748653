// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Devices on which users need not show their second factor for a while. */
@NullMarked
package io.mspmfa.it.devices;

import org.jspecify.annotations.NullMarked;
