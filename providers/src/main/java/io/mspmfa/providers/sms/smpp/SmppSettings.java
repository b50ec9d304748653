// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import java.time.Duration;

/**
 * Where the message centre is, and as whom this server binds.
 *
 * @param hasTls whether the connection is encrypted
 * @param sender what messages without a sender of their own are sent from; may be empty
 * @param idle after how long without a message the session is closed
 */
record SmppSettings(
        String host, int port, boolean hasTls, String systemId, String systemType, String sender, Duration idle) {}
