// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The SPI {@code msp-mfa-sms}: how text messages leave the server. The gateways are in the subpackages. */
@NullMarked
package io.mspmfa.providers.sms;

import org.jspecify.annotations.NullMarked;
