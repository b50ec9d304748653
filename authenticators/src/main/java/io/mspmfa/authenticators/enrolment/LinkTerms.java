// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enrolment;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.links.LinkNotes;
import java.util.Optional;

/** The conditions for an enrolment by link, checked again on each of its pages. */
final class LinkTerms {
    static final String BY_LINK = "link";

    private LinkTerms() {}

    /** Why the enrolment can't continue: the link is no longer valid, or there is nothing to enrol any more. */
    static Optional<Conversation> objection(StepContext step) {
        String id = new LinkNotes(step.authSession()).linkId();
        if (!EnrolmentLinks.isOpen(step.session(), step.realm(), step.user().getId(), id)) {
            return Optional.of(new Refused("mspMfaLinkDead"));
        }
        if (!step.user().isEnabled()) {
            EnrolmentLinks.revoke(step.session(), step.realm(), step.user());
            return Optional.of(new Refused("mspMfaLinkDead"));
        }
        if (SecondFactors.exist(step.user(), step.policy())) {
            return Optional.of(new Refused("mspMfaLinkEnrolled"));
        }
        return step.policy().isOff() ? Optional.of(new Refused("mspMfaSwitchedOff")) : Optional.empty();
    }

    /** Uses the link up: of everyone who has come this far with it, one may continue (R27). */
    static boolean claim(StepContext step) {
        String id = new LinkNotes(step.authSession()).linkId();
        return EnrolmentLinks.claim(step.session(), step.realm(), step.user().getId(), id);
    }
}
