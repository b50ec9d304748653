// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The page on which users see their second factors and change them. */
@NullMarked
package io.mspmfa.authenticators.selfservice;

import org.jspecify.annotations.NullMarked;
