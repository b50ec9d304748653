// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** People's devices: a real Chromium, one profile per device. */
@NullMarked
package io.mspmfa.it.browser;

import org.jspecify.annotations.NullMarked;
