// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The proof that a second factor was passed: a note of the user session that only this package writes and reads. */
@NullMarked
package io.mspmfa.providers.proof;

import org.jspecify.annotations.NullMarked;
