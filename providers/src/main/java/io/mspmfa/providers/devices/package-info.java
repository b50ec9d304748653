// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Devices on which users need not show their second factor for a while (A56). */
@NullMarked
package io.mspmfa.providers.devices;

import org.jspecify.annotations.NullMarked;
