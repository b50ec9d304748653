// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Gateways for text messages that are called by HTTP. */
@NullMarked
package io.mspmfa.providers.sms.http;

import org.jspecify.annotations.NullMarked;
