// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The password grant, which has no pages: the second factor is a parameter of the token request. */
@NullMarked
package io.mspmfa.authenticators.directgrant;

import org.jspecify.annotations.NullMarked;
