// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.OptIn;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;

/** What the registration page says about a second factor (M2). */
public enum RegistrationOffer {
    /** Nothing. */
    NOTHING,
    /** That one has to be set up. */
    ANNOUNCED,
    /** It can be chosen. */
    OFFERED,
    /** It can be declined. */
    PRE_CHECKED;

    /**
     * The offer to someone who registers.
     *
     * @param policy the policy of the realm
     * @param obligation what it requires of a new user
     */
    public static RegistrationOffer of(Policy policy, Obligation obligation) {
        OptIn optIn = policy.get(PolicyField.REGISTRATION_OPT_IN);
        if (optIn == OptIn.OFF || obligation.kind() == Obligation.Kind.NONE) {
            return NOTHING;
        }
        if (obligation.kind() == Obligation.Kind.REQUIRED && policy.get(PolicyField.MODE) == Mode.REQUIRED) {
            return ANNOUNCED;
        }
        return optIn == OptIn.PRE_CHECKED ? PRE_CHECKED : OFFERED;
    }

    /** Whether there is a choice. */
    public boolean isChoice() {
        return this == OFFERED || this == PRE_CHECKED;
    }
}
