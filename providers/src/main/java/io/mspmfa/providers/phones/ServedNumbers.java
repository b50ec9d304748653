// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Set;

/**
 * The numbers that the server sends messages to, whatever policies say. Also asked before each message, because
 * administrators of a realm can store any number for a user, and whoever operates the gateway pays.
 *
 * @param regions countries, as two capital letters; empty for all
 */
public record ServedNumbers(Set<String> regions) {

    /** Every number of a kind that some policy can allow, in every country. */
    public static final ServedNumbers ALL = new ServedNumbers(Set.of());

    /** Whether messages are sent to a number. */
    public boolean include(PhoneNumber number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(number.e164(), null);
            return NumberKinds.of(numbers, parsed).isPresent()
                    && (regions.isEmpty() || regions.contains(numbers.getRegionCodeForNumber(parsed)));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
