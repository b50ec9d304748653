// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

/** The text form of a mail. */
final class MailText {
    /** Tells mail programs that a signature follows, which they leave out of replies (RFC 3676, 4.3). */
    private static final String DELIMITER = "-- ";

    private MailText() {}

    /** A text with a foot below it; as it was if the foot is blank. */
    static String signed(String text, String foot) {
        return foot.isBlank() ? text : text.stripTrailing() + "\n\n" + DELIMITER + "\n" + foot.strip() + "\n";
    }
}
