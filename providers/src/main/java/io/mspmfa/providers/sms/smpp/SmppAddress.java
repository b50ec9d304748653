// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** A sender or receiver as SMPP writes it (SMPP 3.4 section 5.2.5 to 5.2.9). */
record SmppAddress(TypeOfNumber type, NumberingPlanIndicator plan, String text) {

    /**
     * @param number in E.164, with its plus
     */
    static SmppAddress ofNumber(String number) {
        return new SmppAddress(
                TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, number.substring(number.indexOf('+') + 1));
    }

    /** A number in E.164, a short code or a name; an empty one leaves the choice to the message centre. */
    static SmppAddress ofSender(String sender) {
        if (sender.startsWith("+")) {
            return ofNumber(sender);
        }
        TypeOfNumber type = sender.matches("\\d+")
                ? TypeOfNumber.NETWORK_SPECIFIC
                : sender.isEmpty() ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC;
        return new SmppAddress(type, NumberingPlanIndicator.UNKNOWN, sender);
    }
}
