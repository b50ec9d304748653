// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The gateway for text messages that speaks SMPP 3.4 with a message centre (SMSC). */
@NullMarked
package io.mspmfa.providers.sms.smpp;

import org.jspecify.annotations.NullMarked;
