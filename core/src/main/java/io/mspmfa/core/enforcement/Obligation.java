// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.enforcement;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;

/**
 * Whether a user owes a second factor, and what decided it.
 *
 * @param kind how much is owed
 * @param reason what decided it, for those who ask why
 */
public record Obligation(Kind kind, Reason reason) {

    /** How much a user owes. */
    public enum Kind {
        /** Never asked, even with a factor. */
        NONE,
        /** Asked where a factor exists. */
        IF_ENROLLED,
        /** Asked, and has to set up a factor where none exists. */
        REQUIRED
    }

    /** What decided. */
    public enum Reason {
        /** The policy's mode is off. */
        OFF,
        /** The login came through an identity provider, and the policy concerns local users only. */
        BROKER,
        /** The policy leaves it to the user. */
        OPTIONAL,
        /** MFA is required of just this user. */
        FLAG,
        /** The user has an exempt role. */
        EXEMPT_ROLE,
        /** The policy concerns roles of which the user has none. */
        NO_REQUIRED_ROLE,
        /** The policy requires it of everybody whom it concerns. */
        POLICY
    }

    /**
     * What the user owes. Of several reasons the first in the order of the code below counts.
     *
     * @param policy that holds for the user; a flagged user's is in mode required
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
        return new Obligation(Kind.REQUIRED, Reason.POLICY);
    }
}
