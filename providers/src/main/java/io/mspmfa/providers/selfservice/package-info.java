// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The stable addresses that lead users to self-service. */
@NullMarked
package io.mspmfa.providers.selfservice;

import org.jspecify.annotations.NullMarked;
