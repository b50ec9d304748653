// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Phone numbers: what a user types, which of them may get codes, and how they are shown. */
@NullMarked
package io.mspmfa.providers.phones;

import org.jspecify.annotations.NullMarked;
