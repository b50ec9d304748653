// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.risk.RiskNotes.Judged;
import io.mspmfa.providers.risk.profiles.Profile;
import io.mspmfa.providers.risk.profiles.Profiles;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Remembers logins that have finished: in the browser, if a factor was verified, and in the user's profile. */
public final class FinishedLogins {
    private static final String EXPECTED = "msp.mfa.risk.finishing";

    private FinishedLogins() {}

    private record Expected(RealmModel realm, UserModel user, Judged judged, boolean proven) {}

    /** In this request, a login may finish. */
    static void expect(KeycloakSession session, RealmModel realm, UserModel user, Judged judged, boolean proven) {
        session.setAttribute(EXPECTED, new Expected(realm, user, judged, proven));
    }

    /** To be called with each user event. */
    public static void onEvent(KeycloakSession session, Event event) {
        Expected expected = session.getAttribute(EXPECTED, Expected.class);
        if (expected != null
                && event.getType() == EventType.LOGIN
                && expected.user().getId().equals(event.getUserId())) {
            session.removeAttribute(EXPECTED);
            remember(session, expected);
        }
    }

    private static void remember(KeycloakSession session, Expected login) {
        RealmModel realm = login.realm();
        UserModel user = login.user();
        RiskFacts facts = new Surroundings(session, realm, user).afterwards();
        Optional<History> before = login.judged().profile().map(Profile::read).orElse(Optional.of(History.NONE));
        Optional<History> after = login.proven()
                ? Optional.of(before.orElse(History.NONE)
                        .afterProof(facts, new KnownBrowser(session, realm, user).remember()))
                : before.map(history -> history.afterUnasked(facts));
        boolean isNew = login.judged()
                .profile()
                .filter(profile -> profile.isJudged(login.judged().judgement()))
                .isEmpty();
        after.filter(history -> isNew || before.filter(history::equals).isEmpty())
                .ifPresent(history -> Profiles.storeAfterRequest(
                        session,
                        realm.getId(),
                        user.getId(),
                        login.judged().profile(),
                        Profile.after(
                                login.judged().profile(),
                                history,
                                login.judged().judgement(),
                                ServerTime.seconds())));
    }
}
