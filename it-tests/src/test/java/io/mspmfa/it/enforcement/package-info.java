// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The floor: no way to tokens around the second factor. */
@NullMarked
package io.mspmfa.it.enforcement;

import org.jspecify.annotations.NullMarked;
