// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The password grant. */
@NullMarked
package io.mspmfa.it.directgrant;

import org.jspecify.annotations.NullMarked;
