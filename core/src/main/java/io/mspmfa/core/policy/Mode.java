// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Locale;

/**
 * Whom a policy asks for a second factor. Declared from weakest to strictest, so that {@link #compareTo} compares
 * strictness.
 */
public enum Mode {
    /** Nobody is asked, enrolled or not. */
    OFF,
    /** Users who have enrolled are asked. */
    OPTIONAL,
    /** As {@link #REQUIRED}, except in logins whose risk is low. */
    ADAPTIVE,
    /** Everyone is asked; users without a factor must enrol before the login finishes. */
    REQUIRED;

    /** The mode's name in the policy JSON, in lower case. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
