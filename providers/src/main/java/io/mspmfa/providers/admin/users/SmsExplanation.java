// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.phones.ServedNumbers;
import io.mspmfa.providers.smscodes.SmsCredentialProviderFactory;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Explains why a user who has set up codes by text message is not asked for one. */
final class SmsExplanation {
    private SmsExplanation() {}

    /** The reason as a sentence; empty if there is none, or if the user has not set it up. */
    static Optional<String> sentence(KeycloakSession session, UserModel user, Policy policy) {
        SmsFactor factor = SmsFactor.INSTANCE;
        if (!factor.isEnrolled(user) || !factor.countsUnder(policy)) {
            return Optional.empty();
        }
        if (!factor.canSend(session)) {
            return Optional.of("Codes by text message can't be sent: the server has no gateway.");
        }
        ServedNumbers served = SmsCredentialProviderFactory.served(session);
        return factor.number(user)
                .filter(number -> !served.include(number))
                .map(number ->
                        "Codes by text message can't be sent to the user's number: the server sends none to numbers"
                                + " of its kind or country.");
    }
}
