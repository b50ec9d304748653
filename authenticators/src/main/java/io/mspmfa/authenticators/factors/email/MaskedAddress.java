// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.email;

/** An e-mail address that its owner recognises and that is of no use to anyone else (R20). */
final class MaskedAddress {
    private static final String HIDDEN = "•••";

    private MaskedAddress() {}

    /** The first character and the domain. */
    static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at <= 0) {
            return HIDDEN;
        }
        int end = address.offsetByCodePoints(0, 1);
        return address.substring(0, end) + HIDDEN + address.substring(at);
    }
}
