// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** A user's second factors as a whole: whether there are any, and how they are added and removed together. */
@NullMarked
package io.mspmfa.providers.factors;

import org.jspecify.annotations.NullMarked;
