// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What holds for each second factor that there is. */
@NullMarked
package io.mspmfa.it.factors;

import org.jspecify.annotations.NullMarked;
