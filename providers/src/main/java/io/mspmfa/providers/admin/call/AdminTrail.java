// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mspmfa.core.activity.Act;
import io.mspmfa.providers.activity.Activity;
import io.mspmfa.providers.enforcement.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Records changes as an admin event in the realm, and as another in master, where no tenant can switch it off; and in the
 * realm's record of activity, which nobody can switch off. Never contains a secret, a code or a link.
 */
public final class AdminTrail {
    private final KeycloakSession session;
    private final AdminAuth auth;
    private final ClientConnection connection;

    AdminTrail(KeycloakSession session, AdminAuth auth, ClientConnection connection) {
        this.session = session;
        this.auth = auth;
        this.connection = connection;
    }

    /** This trail in another session, so that change and record are committed or rolled back together. */
    public AdminTrail in(KeycloakSession other) {
        RealmModel home = other.realms().getRealm(auth.getRealm().getId());
        UserModel user = other.users().getUserById(home, auth.getUser().getId());
        ClientModel client =
                other.clients().getClientById(home, auth.getClient().getId());
        return new AdminTrail(other, new AdminAuth(home, auth.getToken(), user, client), connection);
    }

    /**
     * Records a change.
     *
     * @param path below the realm, such as {@code msp-mfa/policy}
     * @param before the previous value; null if there was none
     * @param after the new value; null if there is none
     * @param act what the realm's record of activity says about it, without who did it
     */
    public void record(
            RealmModel realm,
            OperationType operation,
            String path,
            @Nullable Object before,
            @Nullable Object after,
            Act act) {
        Activity.record(session, realm, act.by(Activity.actor(auth.getRealm(), auth.getUser())));
        Changes.note(session);
        Change representation = new Change(before, after);
        event(realm, realm, operation)
                .resourcePath(path)
                .representation(representation)
                .success();
        RealmModel master = new RealmManager(session).getKeycloakAdministrationRealm();
        if (!master.getId().equals(realm.getId())) {
            event(master, realm, operation)
                    .resourcePath(Trail.pathInMaster(realm, path))
                    .representation(representation)
                    .success();
        }
    }

    /** The representation of a change in an event. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Change(@Nullable Object before, @Nullable Object after) {}

    private AdminEventBuilder event(RealmModel log, RealmModel realm, OperationType operation) {
        return new AdminEventBuilder(log, auth, session, connection)
                .resource(Trail.RESOURCE_TYPE)
                .operation(operation)
                .detail("realm", realm.getName())
                .detail("caller", auth.getUser().getUsername());
    }
}
