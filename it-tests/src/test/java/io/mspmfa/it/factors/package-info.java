// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What is true of every second factor. */
@NullMarked
package io.mspmfa.it.factors;

import org.jspecify.annotations.NullMarked;
