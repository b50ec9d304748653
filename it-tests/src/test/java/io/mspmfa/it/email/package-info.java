// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Codes by e-mail, against a real mail server. */
@NullMarked
package io.mspmfa.it.email;

import org.jspecify.annotations.NullMarked;
