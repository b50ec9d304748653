// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

/**
 * Whether the registration page offers a second factor, where the policy leaves it to the user. Declared from weakest to
 * strictest.
 */
public enum OptIn {
    /** Not offered. */
    OFF("off"),
    /** Offered, to be ticked. */
    OFFERED("offered"),
    /** Offered, already ticked. */
    PRE_CHECKED("preChecked");

    private final String json;

    OptIn(String json) {
        this.json = json;
    }

    /** The word in the policy JSON. */
    public String json() {
        return json;
    }
}
