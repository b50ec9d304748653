// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;

/**
 * Whether a user owes a second factor, and why.
 *
 * @param kind how much is owed
 * @param reason what decided it, for explanations to administrators
 */
public record Obligation(Kind kind, Reason reason) {

    /** How much a user owes. */
    public enum Kind {
        /** The user is never asked, even with a factor. */
        NONE,
        /** The user is asked if they have a factor. */
        IF_ENROLLED,
        /** The user is asked, and must set up a factor if they have none; unless a low risk spares the login both. */
        REQUIRED
    }

    /** What decided whether a factor is owed. */
    public enum Reason {
        /** The policy's mode is off. */
        OFF,
        /** The login came through an identity provider, and the policy applies to local users only. */
        BROKER,
        /** The policy leaves it to the user. */
        OPTIONAL,
        /** A second factor is required of this user individually. */
        FLAG,
        /** The user has an exempt role. */
        EXEMPT_ROLE,
        /** The policy applies to certain roles, and the user has none of them. */
        NO_REQUIRED_ROLE,
        /** The policy requires a factor of everyone to whom it applies, in logins whose risk is not low. */
        RISK,
        /** The policy requires a factor of everyone to whom it applies. */
        POLICY
    }

    /**
     * What the user owes. If several reasons apply, the first in the order of the checks below is reported.
     *
     * @param policy the policy that applies to the user; its mode is required if the user is flagged
     */
    public static Obligation of(Policy policy, Subject subject) {
        if (policy.isOff()) {
            return new Obligation(Kind.NONE, Reason.OFF);
        }
        if (subject.throughBroker() && policy.get(PolicyField.LOCAL_USERS_ONLY)) {
            return new Obligation(Kind.NONE, Reason.BROKER);
        }
        if (subject.flagged()) {
            return new Obligation(Kind.REQUIRED, Reason.FLAG);
        }
        if (!policy.requiresFactor()) {
            return new Obligation(Kind.IF_ENROLLED, Reason.OPTIONAL);
        }
        if (subject.hasExemptRole() && policy.get(PolicyField.ALLOW_EXEMPTIONS)) {
            return new Obligation(Kind.IF_ENROLLED, Reason.EXEMPT_ROLE);
        }
        if (!subject.hasRequiredRole()) {
            return new Obligation(Kind.IF_ENROLLED, Reason.NO_REQUIRED_ROLE);
        }
        boolean isByRisk = policy.get(PolicyField.MODE) == Mode.ADAPTIVE;
        return new Obligation(Kind.REQUIRED, isByRisk ? Reason.RISK : Reason.POLICY);
    }
}
