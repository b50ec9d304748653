// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Codes by text message as a second factor. */
@NullMarked
package io.mspmfa.providers.factors.sms;

import org.jspecify.annotations.NullMarked;
