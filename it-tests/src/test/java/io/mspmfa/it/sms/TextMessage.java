// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text message as whoever delivers it gets it.
 *
 * @param to a number in E.164
 * @param from a name or number; empty if it is left to the gateway
 */
public record TextMessage(String to, String from, String text) {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    /** The code in it. */
    public String code() {
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("No code in " + this);
        }
        return code.group();
    }
}
