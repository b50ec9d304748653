// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.sentences.Sentence;
import io.mspmfa.providers.factors.sms.SmsFactor;
import io.mspmfa.providers.phones.ServedNumbers;
import io.mspmfa.providers.smscodes.SmsCredentialProviderFactory;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Explains why a user who has set up codes by text message is not asked for one. */
final class SmsExplanation {
    private SmsExplanation() {}

    /** The reason; empty if there is none, or if the user has not set it up. */
    static Optional<Sentence> sentence(KeycloakSession session, UserModel user, Policy policy) {
        SmsFactor factor = SmsFactor.INSTANCE;
        if (!factor.isEnrolled(user) || !factor.countsUnder(policy)) {
            return Optional.empty();
        }
        if (!factor.canSend(session)) {
            return Optional.of(Why.SMS_NO_GATEWAY.with());
        }
        ServedNumbers served = SmsCredentialProviderFactory.served(session);
        return factor.number(user).filter(number -> !served.include(number)).map(number -> Why.SMS_NOT_SERVED.with());
    }
}
