// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Mode adaptive: only logins whose risk is not low are asked for a second factor. */
@NullMarked
package io.mspmfa.it.risk;

import org.jspecify.annotations.NullMarked;
