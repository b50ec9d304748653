// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.resets;

import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.users.UserRecords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.storage.ReadOnlyException;

/**
 * A reset by an administrator (A55, R28): removes all second factors of a user, and everything that could stand in for
 * them or was obtained with them. If a factor is required, the next login ends in setting one up, without grace.
 */
public final class Reset {
    private static final Logger LOG = Logger.getLogger(Reset.class);

    private static final String OWN_ACTIONS = "msp-mfa";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    private Reset(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * Resets a user.
     *
     * @param realm must be the realm of the session's context
     * @return what was removed
     */
    public static Removed of(KeycloakSession session, RealmModel realm, UserModel user) {
        return new Reset(session, realm, user).run();
    }

    /**
     * What a reset removed.
     *
     * @param factors the types of the removed credentials, one entry for each credential
     * @param sessions how many sessions ended, including offline ones
     */
    public record Removed(List<String> factors, int sessions) {
        public Removed {
            factors = List.copyOf(factors);
        }
    }

    private Removed run() {
        List<String> factors = removeFactors();
        removeSetUps();
        Attempts.forget(session, realm.getId(), user.getId());
        UserRecords.unlocked(session, realm.getId(), user.getId());
        EnrolmentLinks.revoke(session, realm, user);
        if (RealmPolicies.isManaged(realm)) {
            new UserRecords(session, realm).endGrace(user);
        }
        return new Removed(factors, endSessions());
    }

    private List<String> removeFactors() {
        return SecondFactors.removeAll(user).stream()
                .map(CredentialModel::getType)
                .toList();
    }

    private void removeSetUps() {
        Set<String> setUps = SecondFactors.kinds()
                .flatMap(kind -> kind.setUpActions().stream())
                .collect(Collectors.toSet());
        try {
            user.getRequiredActionsStream()
                    .filter(action -> setUps.contains(action) || action.startsWith(OWN_ACTIONS))
                    .toList()
                    .forEach(user::removeRequiredAction);
        } catch (ReadOnlyException e) {
            LOG.debugf(
                    "User %s of realm %s is read-only: set-up actions stay",
                    LogText.of(user.getId()), LogText.of(realm.getName()));
        }
    }

    /** Like Keycloak's own "log out all sessions" (UserResource.logout), and the offline sessions as well. */
    private int endSessions() {
        session.users().setNotBeforeForUser(realm, user, (int) ServerTime.seconds());
        List<UserSessionModel> sessions = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .toList();
        sessions.forEach(userSession -> AuthenticationManager.backchannelLogout(
                session,
                realm,
                userSession,
                session.getContext().getUri(),
                session.getContext().getConnection(),
                session.getContext().getHttpRequest().getHttpHeaders(),
                true));
        return sessions.size();
    }
}
