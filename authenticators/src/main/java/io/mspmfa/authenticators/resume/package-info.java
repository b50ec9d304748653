// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Resumes the conversation that a login was in the middle of. */
@NullMarked
package io.mspmfa.authenticators.resume;

import org.jspecify.annotations.NullMarked;
