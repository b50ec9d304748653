// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The pages of codes by text message. */
@NullMarked
package io.mspmfa.authenticators.factors.sms;

import org.jspecify.annotations.NullMarked;
