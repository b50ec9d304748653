// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Notifies users by e-mail when an account at an identity provider is linked to theirs, with which somebody can sign in
 * from then on, or is unlinked. As for factors, see {@link Notifications}.
 */
public final class LinkNotices {
    private static final Pattern LINK_PATH = Pattern.compile("users/([^/]+)/federated-identity/([^/]+)");

    private LinkNotices() {}

    /**
     * An e-mail about an account that a user links, not yet to be sent. It goes to the address that the user has now:
     * Keycloak may then take over the one of the linked account, which may be a thief's. The outbox is opened now, because
     * Keycloak takes no more work for later once the transaction is about to commit.
     *
     * @return to be run in the same request, if the link is stored; sends the e-mail once the transaction has committed
     */
    public static Runnable linked(KeycloakSession session, RealmModel realm, UserModel user, String provider) {
        Outbox.of(session);
        Origin origin = Origin.theUser(session, user);
        String address = user.getEmail();
        return () -> add(session, realm, user, Notice.LINK_ADDED, List.of(provider), origin, address);
    }

    /** Notifies a user who unlinked an account in a session. */
    public static void onEvent(KeycloakSession session, Event event) {
        if (event.getType() != EventType.REMOVE_FEDERATED_IDENTITY || event.getUserId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, event.getUserId());
        if (realm != null && user != null) {
            String provider = event.getDetails().getOrDefault(Details.IDENTITY_PROVIDER, "");
            Origin origin = Origin.theUser(session, user);
            send(session, realm, user, Notice.LINK_REMOVED, List.of(provider), origin);
        }
    }

    /** Notifies a user whose account an administrator linked or unlinked. */
    public static void onAdminEvent(KeycloakSession session, RealmModel realm, AdminEvent event) {
        Matcher path = LINK_PATH.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        boolean linked = event.getOperationType() == OperationType.CREATE;
        boolean unlinked = event.getOperationType() == OperationType.DELETE;
        if (!path.matches() || (!linked && !unlinked)) {
            return;
        }
        UserModel user = session.users().getUserById(realm, path.group(1));
        if (user != null) {
            send(
                    session,
                    realm,
                    user,
                    linked ? Notice.LINK_ADDED : Notice.LINK_REMOVED,
                    List.of(path.group(2)),
                    Origin.anAdministrator());
        }
    }

    static void send(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            Notice notice,
            List<String> providers,
            Origin origin) {
        add(session, realm, user, notice, providers, origin, null);
    }

    private static void add(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            Notice notice,
            List<String> providers,
            Origin origin,
            @Nullable String address) {
        if (Recipients.include(realm, user)) {
            Outbox.of(session).add(Letter.aboutProviders(realm, user, notice, providers, origin, address));
        }
    }
}
