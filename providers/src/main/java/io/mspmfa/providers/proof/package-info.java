// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The proof of a passed second factor, as a note of the user session that only this package writes and reads. */
@NullMarked
package io.mspmfa.providers.proof;

import org.jspecify.annotations.NullMarked;
