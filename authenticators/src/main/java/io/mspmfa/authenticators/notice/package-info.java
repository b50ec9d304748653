// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The page that says what has just happened, before the conversation ends. */
@NullMarked
package io.mspmfa.authenticators.notice;

import org.jspecify.annotations.NullMarked;
