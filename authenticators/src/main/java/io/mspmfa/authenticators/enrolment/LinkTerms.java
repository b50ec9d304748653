// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.door.Conversation;
import io.mspmfa.authenticators.door.Door;
import io.mspmfa.authenticators.door.Refused;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.links.EnrolmentLinks;
import java.util.Optional;

/** What an enrolment by link has to keep to, asked anew on each of its pages. */
final class LinkTerms {
    /** The event detail that says what led to a factor, where it was no login. */
    static final String BY_DETAIL = "msp_mfa_by";

    static final String BY_LINK = "link";

    private LinkTerms() {}

    /** What speaks against going on: the link is dead by now, or there is nothing to enrol any more. */
    static Optional<Conversation> objection(Door door) {
        String id = new LinkNotes(door.login()).linkId();
        if (!EnrolmentLinks.isOpen(door.session(), door.realm(), door.user().getId(), id)) {
            return Optional.of(new Refused("mspMfaLinkDead"));
        }
        if (!door.user().isEnabled()) {
            EnrolmentLinks.revoke(door.session(), door.realm(), door.user());
            return Optional.of(new Refused("mspMfaLinkDead"));
        }
        if (SecondFactors.exist(door.user(), door.policy())) {
            return Optional.of(new Refused("mspMfaLinkEnrolled"));
        }
        if (!door.policy().get(PolicyField.METHODS).contains(Method.TOTP)) {
            return Optional.of(new Refused("mspMfaNoMethod"));
        }
        return door.policy().isOff() ? Optional.of(new Refused("mspMfaSwitchedOff")) : Optional.empty();
    }

    /** Uses the link up: of all who have come so far with it, one goes on (R27). */
    static boolean claim(Door door) {
        String id = new LinkNotes(door.login()).linkId();
        return EnrolmentLinks.claim(door.session(), door.realm(), door.user().getId(), id);
    }
}
