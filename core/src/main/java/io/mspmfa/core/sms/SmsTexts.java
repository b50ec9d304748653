// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sms;

import java.util.regex.Pattern;

/** What a reseller may have text messages say, and from whom they may come. */
public final class SmsTexts {
    /** The place of the code in a text. */
    public static final String CODE = "{code}";

    /** How many characters a text may have. Its last line for phones and a line break follow, within 160. */
    public static final int LONGEST_TEXT = 100;

    /** How many characters a sender may have: those of a number in E.164, with its plus. */
    public static final int LONGEST_SENDER = 16;

    /** How many characters a sender may have that is a name. */
    public static final int LONGEST_NAME = 11;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");

    /** A name as networks accept it, which must not look like a number; a number in E.164; or a short code. */
    private static final Pattern SENDER = Pattern.compile(
            "(?=.{1," + LONGEST_NAME + "}$)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ._&-]*|\\+[1-9]\\d{5,14}|\\d{3,8}");

    private SmsTexts() {}

    /** Whether this can be a text: it is empty, which stands for our own, or has the place of the code once. */
    public static boolean isText(String text) {
        int place = text.indexOf(CODE);
        boolean hasOne = place >= 0 && text.indexOf(CODE, place + 1) < 0;
        return text.isEmpty() || (hasOne && !INVISIBLE.matcher(text).find());
    }

    /** Whether this can be a sender: it is empty, which stands for the one in the server's options, a name or a number. */
    public static boolean isSender(String sender) {
        return sender.isEmpty() || SENDER.matcher(sender).matches();
    }
}
