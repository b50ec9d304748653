// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.email;

import io.mspmfa.providers.factors.email.EmailFactor;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.uses.FactorUses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Removes proven addresses that the accounts no longer have. They are no factor any more in any case; this is for the
 * lists and counts, whose queries can't compare a hash. An address that a directory changes is removed when the new one is
 * proved.
 */
public final class AddressWatch {
    private static final Set<EventType> CHANGES =
            Set.of(EventType.UPDATE_EMAIL, EventType.UPDATE_PROFILE, EventType.VERIFY_EMAIL);

    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    private AddressWatch() {}

    /** To be called with each user event that has details. Does nothing in realms that are not managed. */
    public static void onEvent(KeycloakSession session, Event event) {
        if (!CHANGES.contains(event.getType()) || event.getUserId() == null) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm != null && RealmPolicies.isManaged(realm)) {
            forget(session, realm, event.getUserId());
        }
    }

    /** To be called with each admin event of a managed realm. */
    public static void onAdminEvent(KeycloakSession session, RealmModel realm, AdminEvent event) {
        Optional.ofNullable(event.getResourcePath())
                .filter(path -> event.getOperationType() == OperationType.UPDATE)
                .map(USER::matcher)
                .filter(Matcher::matches)
                .ifPresent(path -> forget(session, realm, path.group(1)));
    }

    private static void forget(KeycloakSession session, RealmModel realm, String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        List<String> lapsed = EmailFactor.INSTANCE
                .of(user)
                .filter(stored -> EmailFactor.INSTANCE.isLapsed(stored.getCredentialData(), user.getEmail()))
                .map(CredentialModel::getId)
                .toList();
        if (!lapsed.isEmpty()) {
            lapsed.forEach(user.credentialManager()::removeStoredCredentialById);
            FactorUses.forgetRemoved(session, realm.getId(), userId);
        }
    }
}
