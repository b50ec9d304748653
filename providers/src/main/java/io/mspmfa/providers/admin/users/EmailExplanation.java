// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.sentences.Sentence;
import io.mspmfa.providers.factors.email.EmailFactor;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Explains why a user who has set up codes by e-mail is not asked for one. */
final class EmailExplanation {
    private EmailExplanation() {}

    /** The reason; empty if there is none, or if the user has not set it up. */
    static Optional<Sentence> sentence(RealmModel realm, UserModel user, Policy policy) {
        EmailFactor factor = EmailFactor.INSTANCE;
        if (factor.of(user).findAny().isEmpty()) {
            return Optional.empty();
        }
        if (!factor.isEnrolled(user)) {
            return Optional.of(Why.EMAIL_CHANGED.with());
        }
        if (factor.countsUnder(policy) && !factor.countsFor(user, policy)) {
            return Optional.of(Why.EMAIL_NOT_FOR_ADMINS.with(policy.source(PolicyField.EMAIL_FOR_ADMINS)));
        }
        if (!factor.canSend(realm)) {
            return Optional.of(Why.EMAIL_NO_SERVER.with());
        }
        return factor.verifiedAddress(user).isPresent() ? Optional.empty() : Optional.of(Why.EMAIL_NOT_VERIFIED.with());
    }
}
