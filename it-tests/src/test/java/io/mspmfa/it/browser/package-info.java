// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Users' devices: a real Chromium, with one profile per device. */
@NullMarked
package io.mspmfa.it.browser;

import org.jspecify.annotations.NullMarked;
