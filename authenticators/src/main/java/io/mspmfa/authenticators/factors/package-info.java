// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The pages of all second factors, as a list. */
@NullMarked
package io.mspmfa.authenticators.factors;

import org.jspecify.annotations.NullMarked;
