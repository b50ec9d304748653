// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

/**
 * A kind of phone number to which a policy may let codes be sent. Those that cost money or reach many people, such as
 * premium-rate, shared-cost and toll-free numbers, are not among them.
 */
public enum NumberType {
    MOBILE,
    /** Where the two can't be told apart, as in North America. */
    FIXED_LINE_OR_MOBILE,
    FIXED_LINE,
    VOIP,
    /** A number that follows its owner. */
    PERSONAL_NUMBER;

    /** The name in the policy JSON. */
    public String json() {
        return name();
    }
}
