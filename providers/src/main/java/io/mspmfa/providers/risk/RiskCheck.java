// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Judge;
import io.mspmfa.core.risk.Judgement;
import io.mspmfa.providers.log.Once;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.risk.RiskNotes.Judged;
import io.mspmfa.providers.risk.profiles.Profile;
import io.mspmfa.providers.risk.profiles.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Judges a login: once, at the first question, by one SQL statement. Whatever goes wrong leads to a challenge (R38).
 */
public final class RiskCheck {
    private static final Logger LOG = Logger.getLogger(RiskCheck.class);
    private static final Once SAID = new Once();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final RiskNotes notes;

    /** @param login a login to a managed realm; its user must be known */
    public RiskCheck(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.realm = login.getRealm();
        this.user = login.getAuthenticatedUser();
        this.notes = new RiskNotes(login);
    }

    /** What the login is worth. */
    public Judgement judgement() {
        return judged().orElseGet(this::judge);
    }

    /** The same if it has been judged; empty otherwise. */
    public Optional<Judgement> judged() {
        return notes.find(user.getId()).map(Judged::judgement);
    }

    /**
     * To be called when nothing stands in the way of the login any more. Of a user who is stored, it is remembered once Keycloak reports that it
     * has finished, which is in the same request unless another action is still to come.
     *
     * @param proven whether a second factor was verified in it
     */
    public void mayFinish(boolean proven) {
        notes.find(user.getId())
                .filter(judged -> judged.known() && !LightweightUserAdapter.isLightweightUser(user))
                .ifPresent(judged -> FinishedLogins.expect(session, realm, user, judged, proven));
    }

    private Judgement judge() {
        Judged judged = CompletableFuture.supplyAsync(this::judgeNow, Runnable::run)
                .exceptionally(failure -> failed(failure, false, Optional.empty()))
                .join();
        notes.keep(judged);
        return judged.judgement();
    }

    private Judged judgeNow() {
        Optional<Profile> before = new Profiles(session).find(realm.getId(), user.getId());
        Optional<History> history = before.isEmpty() ? Optional.of(History.NONE) : before.flatMap(Profile::read);
        // from here on the profile is known, and may be written after a proof even if something else is broken
        return CompletableFuture.supplyAsync(() -> judge(history), Runnable::run)
                .thenApply(judgement -> judgement.failure().isPresent()
                        ? failed(judgement.failure().get(), true, before)
                        : Judged.of(user.getId(), judgement, true, before.orElse(null)))
                .exceptionally(failure -> failed(failure, true, before))
                .join();
    }

    private Judgement judge(Optional<History> history) {
        Judge judge = BuiltInSignalsFactory.of(session).orElseThrow().judge();
        int threshold = UserPolicies.of(session, realm, user).get(PolicyField.ADAPTIVE_THRESHOLD);
        return judge.judge(new Surroundings(session, realm, user).atLogin(), history, threshold);
    }

    private Judged failed(Throwable failure, boolean known, Optional<Profile> before) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        if (SAID.isFirst(root.getClass().getName())) {
            LOG.error(
                    "The risk of a login can't be judged, so logins like this are asked for a second factor", failure);
        }
        Judgement judgement = new Judgement(true, Judgement.MOST, List.of(Judgement.SIGNAL_FAILED), Optional.empty());
        return Judged.of(user.getId(), judgement, known, before.orElse(null));
    }
}
