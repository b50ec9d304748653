// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Cookies that tell the browsers of a user apart. */
@NullMarked
package io.mspmfa.providers.cookies;

import org.jspecify.annotations.NullMarked;
