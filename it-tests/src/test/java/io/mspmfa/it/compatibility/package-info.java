// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What the extension says and does on the different releases of Keycloak. */
@NullMarked
package io.mspmfa.it.compatibility;

import org.jspecify.annotations.NullMarked;
