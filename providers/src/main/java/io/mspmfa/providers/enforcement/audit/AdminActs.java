// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.audit;

import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Act.Actor;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.credentials.DeletedCredential;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.notifications.Notifications;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Records what administrators did to second factors through Keycloak's own REST API, past this extension's. */
public final class AdminActs {
    private static final Pattern USER = Pattern.compile("users/([^/]+)");
    private static final Pattern LOCK = Pattern.compile("attack-detection/brute-force/users/([^/]+)");

    private AdminActs() {}

    /** To be called with each admin event of a managed realm, in the transaction of the act. */
    public static void onEvent(KeycloakSession session, RealmModel realm, AdminEvent event) {
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        Optional<DeletedCredential> deleted = DeletedCredential.of(event);
        Matcher written = USER.matcher(path);
        Matcher lock = LOCK.matcher(path);
        if (deleted.isPresent()) {
            String type = deleted.get().type(session, event);
            SecondFactors.wordOf(type)
                    .ifPresent(
                            word -> record(session, realm, event, deleted.get().userId(), removed(type, word)));
        } else if (written.matches() && event.getOperationType() != OperationType.DELETE) {
            Notifications.planted(session, written.group(1))
                    .flatMap(SecondFactors::wordOf)
                    .ifPresent(word -> record(
                            session,
                            realm,
                            event,
                            written.group(1),
                            Act.of(Deed.FACTOR_ADDED).with("method", word)));
        } else if (lock.matches()) {
            record(session, realm, event, lock.group(1), Act.of(Deed.UNLOCKED));
        }
    }

    private static Act removed(String type, String word) {
        boolean isFactor = SecondFactors.methodOf(type).isPresent();
        return Act.of(isFactor ? Deed.FACTOR_REMOVED : Deed.BACKUP_CODES_REMOVED)
                .with("method", word);
    }

    private static void record(KeycloakSession session, RealmModel realm, AdminEvent event, String userId, Act act) {
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            Actor by = actor(session, event.getAuthDetails());
            Activity.record(session, realm, act.about(Activity.person(user)).by(by));
        }
    }

    private static @Nullable Actor actor(KeycloakSession session, @Nullable AuthDetails auth) {
        RealmModel home = auth == null ? null : session.realms().getRealm(auth.getRealmId());
        UserModel user = auth == null || home == null ? null : session.users().getUserById(home, auth.getUserId());
        return home == null || user == null ? null : Activity.actor(home, user);
    }
}
