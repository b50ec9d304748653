// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.Locale;

/** Whom a policy asks for a second factor. Declared from the weakest to the strictest: {@link #compareTo} is strictness. */
public enum Mode {
    /** Nobody is asked, whether enrolled or not. */
    OFF,
    /** Those who enrolled are asked. */
    OPTIONAL,
    /** Risk decides. Until risk is judged it means {@link #REQUIRED}. */
    ADAPTIVE,
    /** Everybody is asked; who has no factor enrols before the login ends. */
    REQUIRED;

    /** The mode's word in the policy JSON, in lower case. */
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
