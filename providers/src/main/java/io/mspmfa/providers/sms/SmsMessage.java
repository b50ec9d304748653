// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

import org.jspecify.annotations.Nullable;

/**
 * A text message.
 *
 * @param number in E.164: a plus and digits
 * @param text what its reader sees
 * @param sender a name or number to send it from; null for the one in the server's options
 */
public record SmsMessage(
        String number, String text, @Nullable String sender) {

    /** The number without its plus, as many gateways want it. */
    public String digits() {
        return number.substring(number.indexOf('+') + 1);
    }

    /** Keeps number and text out of logs (R20). */
    @Override
    public String toString() {
        return "A text message";
    }
}
