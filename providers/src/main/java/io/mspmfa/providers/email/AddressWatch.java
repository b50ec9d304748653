// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.email;

import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.notifications.LapseNotices;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Removes proven addresses that the accounts no longer have, with an event and an e-mail. They are no factor any more in
 * any case; this is for the lists and counts, whose queries can't compare a hash. A directory changes addresses without
 * an event; that is noticed when the user signs in.
 */
public final class AddressWatch {
    private static final Set<EventType> CHANGES =
            Set.of(EventType.UPDATE_EMAIL, EventType.UPDATE_PROFILE, EventType.VERIFY_EMAIL);

    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    private AddressWatch() {}

    /** To be called with each user event that has details. Does nothing in realms that are not managed. */
    public static void onEvent(KeycloakSession session, Event event) {
        boolean byUser = CHANGES.contains(event.getType());
        if (event.getUserId() == null || !(byUser || event.getType() == EventType.LOGIN)) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = realm != null && RealmPolicies.isManaged(realm)
                ? session.users().getUserById(realm, event.getUserId())
                : null;
        if (user == null || !forget(session, realm, user)) {
            return;
        }
        if (byUser) {
            LapseNotices.byUser(session, realm, user, event.getDetails().get(Details.PREVIOUS_EMAIL));
        } else {
            LapseNotices.byAnother(session, realm, user);
        }
    }

    /** To be called with each admin event of a managed realm. */
    public static void onAdminEvent(KeycloakSession session, RealmModel realm, AdminEvent event) {
        Optional.ofNullable(event.getResourcePath())
                .filter(path -> event.getOperationType() == OperationType.UPDATE)
                .map(USER::matcher)
                .filter(Matcher::matches)
                .map(path -> session.users().getUserById(realm, path.group(1)))
                .filter(user -> forget(session, realm, user))
                .ifPresent(user -> LapseNotices.byAnother(session, realm, user));
    }

    /** Whether there was one. */
    private static boolean forget(KeycloakSession session, RealmModel realm, UserModel user) {
        List<String> lapsed = EmailFactor.INSTANCE
                .of(user)
                .filter(stored -> EmailFactor.INSTANCE.isLapsed(stored.getCredentialData(), user.getEmail()))
                .map(CredentialModel::getId)
                .toList();
        for (String id : lapsed) {
            user.credentialManager().removeStoredCredentialById(id);
            new EventBuilder(realm, session, session.getContext().getConnection())
                    .event(EventType.REMOVE_CREDENTIAL)
                    .user(user)
                    .detail(Details.CREDENTIAL_TYPE, EmailFactor.TYPE)
                    .detail(Details.CREDENTIAL_ID, id)
                    .detail(EventDetails.BY, EventDetails.ADDRESS_CHANGE)
                    .success();
        }
        return !lapsed.isEmpty();
    }
}
