// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Devices on which a user need not show the second factor for a while. */
@NullMarked
package io.mspmfa.core.devices;

import org.jspecify.annotations.NullMarked;
