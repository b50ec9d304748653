// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Codes that are sent to a user, as pure rules. */
@NullMarked
package io.mspmfa.core.codes;

import org.jspecify.annotations.NullMarked;
