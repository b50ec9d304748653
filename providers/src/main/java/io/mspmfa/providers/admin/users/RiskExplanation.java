// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
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
    static Optional<String> sentence(KeycloakSession session, RealmModel realm, UserModel user, Policy policy) {
        if (policy.get(PolicyField.MODE) != Mode.ADAPTIVE) {
            return Optional.empty();
        }
        return new Profiles(session)
                .find(realm.getId(), user.getId())
                .map(RiskExplanation::sentence)
                .or(() -> Optional.of("No login of the user has been judged yet."));
    }

    private static String sentence(Profile profile) {
        String reasons = profile.reasons().isEmpty()
                ? "nothing was unusual"
                : "because of " + String.join(", ", profile.reasons());
        return "The last login that brought anything new, at " + Moment.ofSeconds(profile.judged()) + ", had the score "
                + profile.score() + ", " + reasons + "; a second factor was "
                + (profile.challenged() ? "" : "not ") + "called for.";
    }
}
