// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The page that tells what just happened, before the conversation ends. */
@NullMarked
package io.mspmfa.authenticators.notice;

import org.jspecify.annotations.NullMarked;
