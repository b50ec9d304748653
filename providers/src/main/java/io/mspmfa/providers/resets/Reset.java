// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.resets;

import io.mspmfa.providers.attempts.Attempts;
import io.mspmfa.providers.brokerlinks.BrokerLinks;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.devices.DeviceRows;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.risk.profiles.Profiles;
import io.mspmfa.providers.tables.RemovedCredentials;
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

    private final LinkChoice links;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    private Reset(KeycloakSession session, RealmModel realm, UserModel user, LinkChoice links) {
        this.links = links;
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * Resets a user.
     *
     * @param realm must be the realm of the session's context
     * @param links what becomes of the links to identity providers
     * @return what was removed
     */
    public static Removed of(KeycloakSession session, RealmModel realm, UserModel user, LinkChoice links) {
        return new Reset(session, realm, user, links).run();
    }

    /** Which links to identity providers a reset removes. */
    public enum LinkChoice {
        /** Those that somebody made in the user's name; the others may be the user's only way in. */
        REMOVE,
        /** None. */
        KEEP,
        /** Every link. */
        ALL;

        private boolean removes(BrokerLinks.Link link) {
            return this == ALL || (this == REMOVE && link.isMadeInUsersName());
        }
    }

    /**
     * What a reset removed.
     *
     * @param factors the types of the removed credentials, one entry for each credential
     * @param sessions how many sessions ended, including offline ones
     * @param unlinked the aliases of the identity providers whose accounts were unlinked
     * @param linked those whose accounts are still linked
     */
    public record Removed(List<String> factors, int sessions, List<String> unlinked, List<String> linked) {
        public Removed {
            factors = List.copyOf(factors);
            unlinked = List.copyOf(unlinked);
            linked = List.copyOf(linked);
        }
    }

    private Removed run() {
        List<String> factors = removeFactors();
        RemovedCredentials.forget(session, realm.getId(), user.getId());
        removeSetUps();
        Attempts.forget(session, realm.getId(), user.getId());
        UserRecords.unlocked(session, realm.getId(), user.getId());
        EnrolmentLinks.revoke(session, realm, user);
        new DeviceRows(session).forget(realm.getId(), user.getId());
        new Profiles(session).forget(realm.getId(), user.getId());
        if (RealmPolicies.isManaged(realm)) {
            UserRecords records = new UserRecords(session, realm);
            records.endGrace(user);
            records.forgetPrimaryMethod(user);
        }
        List<String> unlinked = unlink();
        List<String> linked = new BrokerLinks(session, realm)
                .of(user).stream().map(BrokerLinks.Link::provider).toList();
        return new Removed(factors, endSessions(), unlinked, linked);
    }

    private List<String> unlink() {
        List<String> providers = new BrokerLinks(session, realm)
                .of(user).stream()
                        .filter(links::removes)
                        .map(BrokerLinks.Link::provider)
                        .toList();
        providers.forEach(provider -> session.users().removeFederatedIdentity(realm, user, provider));
        return providers;
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
