// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.sentences.Sentence;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.risk.profiles.Profile;
import io.mspmfa.providers.risk.profiles.Profiles;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Explains how the last login was judged, where risk decides. */
final class RiskExplanation {
    private RiskExplanation() {}

    /** One SQL statement in mode {@code adaptive}, otherwise none. */
    static Optional<Sentence> sentence(KeycloakSession session, RealmModel realm, UserModel user, Policy policy) {
        if (policy.get(PolicyField.MODE) != Mode.ADAPTIVE) {
            return Optional.empty();
        }
        return new Profiles(session)
                .find(realm.getId(), user.getId())
                .map(RiskExplanation::sentence)
                .or(() -> Optional.of(Why.NEVER_JUDGED.with()));
    }

    private static Sentence sentence(Profile profile) {
        String at = Moment.ofSeconds(profile.judged());
        if (profile.reasons().isEmpty()) {
            return Why.JUDGED_USUAL.with(at, profile.score());
        }
        return (profile.challenged() ? Why.JUDGED_ASKED : Why.JUDGED_NOT_ASKED)
                .with(at, profile.score(), profile.reasons());
    }
}
