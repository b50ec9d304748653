// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.mspmfa.core.policy.NumberType;
import java.util.Optional;

/** Kinds of numbers, as policies name them. */
final class NumberKinds {
    private NumberKinds() {}

    /** The kind; empty for kinds that no policy can allow, such as premium-rate numbers. */
    static Optional<NumberType> of(PhoneNumberUtil numbers, Phonenumber.PhoneNumber number) {
        // no country: satellite phones and the like, which count as mobile and cost a multiple
        if (PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY.equals(numbers.getRegionCodeForNumber(number))) {
            return Optional.empty();
        }
        return switch (numbers.getNumberType(number)) {
            case MOBILE -> Optional.of(NumberType.MOBILE);
            case FIXED_LINE_OR_MOBILE -> Optional.of(NumberType.FIXED_LINE_OR_MOBILE);
            case FIXED_LINE -> Optional.of(NumberType.FIXED_LINE);
            case VOIP -> Optional.of(NumberType.VOIP);
            case PERSONAL_NUMBER -> Optional.of(NumberType.PERSONAL_NUMBER);
            case PREMIUM_RATE, SHARED_COST, TOLL_FREE, PAGER, UAN, VOICEMAIL, UNKNOWN -> Optional.empty();
        };
    }
}
