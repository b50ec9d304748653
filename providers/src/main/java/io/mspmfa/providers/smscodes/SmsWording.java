// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.smscodes;

import io.mspmfa.core.sms.SmsTexts;
import io.mspmfa.providers.codes.CodeLetter;

/**
 * What a text message says, within one message as far as that depends on us.
 *
 * @param text a line with the place of the code
 */
record SmsWording(String text) {
    /** How many characters of the GSM alphabet one message holds. */
    private static final int LONGEST = 160;

    /**
     * The text with the code, and a last line by which phones fill in the code on our page and on no other (W3C,
     * origin-bound one-time codes). That line is left out if it doesn't fit.
     */
    String of(CodeLetter letter) {
        String message = text.replace(SmsTexts.CODE, letter.code());
        String lastLine = "\n@" + letter.host() + " #" + letter.code();
        return message.length() + lastLine.length() <= LONGEST ? message + lastLine : message;
    }
}
