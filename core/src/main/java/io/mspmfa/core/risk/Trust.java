// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

/** What the policy's list of trusted networks says about a login. */
public enum Trust {
    /** The list is empty. */
    NO_LIST,
    /** The address is in one of the networks. */
    INSIDE,
    /** The address is in none of the networks, or unknown. */
    OUTSIDE
}
