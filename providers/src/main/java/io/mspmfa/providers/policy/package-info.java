// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Where a realm's MFA policy is stored, and how it is read. */
@NullMarked
package io.mspmfa.providers.policy;

import org.jspecify.annotations.NullMarked;
