// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Codes by text message, and the service that delivers them. */
@NullMarked
package io.mspmfa.it.sms;

import org.jspecify.annotations.NullMarked;
