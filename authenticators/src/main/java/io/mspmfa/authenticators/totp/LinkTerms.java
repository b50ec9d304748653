// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.totp;

import io.mspmfa.authenticators.conversation.Conversation;
import io.mspmfa.authenticators.conversation.Refused;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.links.LinkNotes;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.links.EnrolmentLinks;
import java.util.Optional;

/** What an enrolment by link has to keep to, asked anew on each of its pages. */
final class LinkTerms {
    static final String BY_LINK = "link";

    private LinkTerms() {}

    /** What speaks against going on: the link is dead by now, or there is nothing to enrol any more. */
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
        if (!step.policy().get(PolicyField.METHODS).contains(Method.TOTP)) {
            return Optional.of(new Refused("mspMfaNoMethod"));
        }
        return step.policy().isOff() ? Optional.of(new Refused("mspMfaSwitchedOff")) : Optional.empty();
    }

    /** Uses the link up: of all who have come so far with it, one goes on (R27). */
    static boolean claim(StepContext step) {
        String id = new LinkNotes(step.authSession()).linkId();
        return EnrolmentLinks.claim(step.session(), step.realm(), step.user().getId(), id);
    }
}
