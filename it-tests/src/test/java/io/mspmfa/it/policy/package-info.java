// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Whom a policy asks, and from when on. */
@NullMarked
package io.mspmfa.it.policy;

import org.jspecify.annotations.NullMarked;
