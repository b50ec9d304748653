// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;

/**
 * A phone number that messages can be sent to.
 *
 * @param e164 a plus and up to 15 digits, the country code first (ITU-T E.164)
 */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{4,14}");
    private static final String HIDDEN = "•••••";
    private static final int SHOWN = 2;

    /** @throws IllegalArgumentException if it is not in E.164; the number is not quoted */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("A phone number is in E.164");
        }
    }

    /** What its owner recognises, and is of no use to anyone else (R20): the country code and the last two digits. */
    public String masked() {
        return countryCode() + " " + HIDDEN + e164.substring(e164.length() - SHOWN);
    }

    private String countryCode() {
        try {
            return "+" + PhoneNumberUtil.getInstance().parse(e164, null).getCountryCode();
        } catch (NumberParseException e) {
            return "+"; // of a number that was stored when its country code still existed
        }
    }

    /** Keeps the number out of logs (R20). */
    @Override
    public String toString() {
        return "A phone number";
    }
}
