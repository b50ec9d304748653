// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.log;

import org.jspecify.annotations.Nullable;

/**
 * Text for a line of the log. Tenants choose names, ids and parts of policies freely; none of them may end the line and
 * pass for another one. A test in {@code bundle} checks that every value that is logged goes through here.
 */
public final class LogText {
    private static final int LONGEST = 1000;

    private LogText() {}

    /** The value as text, in one line of limited length. */
    public static String of(@Nullable Object value) {
        String text = String.valueOf(value);
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        // besides line breaks: what moves a terminal's cursor or reverses the direction of reading
        return start.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "_");
    }
}
