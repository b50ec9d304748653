// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Enforcement: there is no way to get tokens without the second factor. */
@NullMarked
package io.mspmfa.it.enforcement;

import org.jspecify.annotations.NullMarked;
