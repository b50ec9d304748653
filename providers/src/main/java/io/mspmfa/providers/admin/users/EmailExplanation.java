// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.factors.email.EmailFactor;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Explains why a user who has set up codes by e-mail is not asked for one. */
final class EmailExplanation {
    private EmailExplanation() {}

    /** The reason as a sentence; empty if there is none, or if the user has not set it up. */
    static Optional<String> sentence(RealmModel realm, UserModel user, Policy policy) {
        EmailFactor factor = EmailFactor.INSTANCE;
        if (factor.of(user).findAny().isEmpty()) {
            return Optional.empty();
        }
        if (!factor.isEnrolled(user)) {
            return Optional.of("Codes by e-mail don't count: the user's address has changed since it was proved.");
        }
        if (factor.countsUnder(policy) && !factor.countsFor(user, policy)) {
            return Optional.of("Codes by e-mail don't count for the user, who has an administrative role: "
                    + PolicyField.EMAIL_FOR_ADMINS.path() + " is false (from: "
                    + policy.source(PolicyField.EMAIL_FOR_ADMINS) + ").");
        }
        if (!factor.canSend(realm)) {
            return Optional.of("Codes by e-mail can't be sent: the realm has no mail server.");
        }
        return factor.verifiedAddress(user).isPresent()
                ? Optional.empty()
                : Optional.of("Codes by e-mail can't be sent: the user's address is not verified.");
    }
}
