// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.roles;

import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.store.SharedStore;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A reseller's roles for a realm. They belong to the realm's client in {@code master} ({@code <realm>-realm}), out of
 * the realm's own reach. Anyone who may manage may also view. The server's administrators have both.
 */
public final class ResellerRoles {
    /** May see the policy and status of the realm. */
    public static final String VIEW = "view-mfa";

    /** May set the floor, reset users and so on. */
    public static final String MANAGE = "manage-mfa";

    /** Both. */
    public static final List<String> NAMES = List.of(VIEW, MANAGE);

    private static final Logger LOG = Logger.getLogger(ResellerRoles.class);
    private static final long STARTING_SECONDS = 60;
    private static final String VIEW_TEXT = "Sees the two-factor policy of the realm, and who has set up two factors";
    private static final String MANAGE_TEXT =
            "Sets the two-factor policy that the realm can't weaken, and resets users' second factors";

    private ResellerRoles() {}

    /** Creates the missing roles of a realm; writes nothing if both exist. */
    public static void ensure(RealmModel realm) {
        ClientModel client = realm.getMasterAdminClient();
        if (client == null) {
            return; // the server is being imported without its master realm
        }
        RoleModel view = ensure(client, VIEW, VIEW_TEXT, null);
        ensure(client, MANAGE, MANAGE_TEXT, view);
    }

    /**
     * Creates the roles of realms that lack them: those from before this extension was installed. One SQL statement if
     * there are none, however many realms exist (P24).
     */
    public static void ensureForgotten(KeycloakSession session) {
        List<String> realmIds = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select r.id from RealmEntity r where (select count(x.id) from RoleEntity x"
                                + " where x.clientId = r.masterAdminClient and x.name in (:names)) < 2",
                        String.class)
                .setParameter("names", NAMES)
                .getResultList();
        for (String realmId : realmIds) {
            if (SharedStore.of(session).putIfAbsent("msp.mfa.roles." + realmId, STARTING_SECONDS)) {
                ensureApart(session, realmId);
            } // otherwise, another node that is starting at the same time does it
        }
    }

    /**
     * Gives the creator of a realm the right to manage its second factors, as Keycloak gives the creator its other
     * rights (RealmsAdminResource.grantPermissionsToRealmCreator).
     *
     * @param event the creation of a realm
     */
    public static void grantToCreator(KeycloakSession session, AdminEvent event) {
        RealmModel created = session.realms().getRealmByName(event.getResourcePath());
        if (created != null && created.getMasterAdminClient() != null) {
            creator(session, event).ifPresent(user -> grant(created, user));
        }
    }

    private static void grant(RealmModel created, UserModel user) {
        RoleModel manage = created.getMasterAdminClient().getRole(MANAGE);
        if (manage != null && !user.hasRole(manage)) {
            user.grantRole(manage);
        }
    }

    private static Optional<UserModel> creator(KeycloakSession session, AdminEvent event) {
        AuthDetails caller = event.getAuthDetails();
        RealmModel realm = caller == null || caller.getRealmId() == null
                ? null
                : session.realms().getRealm(caller.getRealmId());
        return realm == null || caller.getUserId() == null
                ? Optional.empty()
                : Optional.ofNullable(session.users().getUserById(realm, caller.getUserId()));
    }

    /** In a separate transaction, so that a problem with one realm affects neither the others nor the start-up. */
    private static void ensureApart(KeycloakSession session, String realmId) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    own -> ensure(own.realms().getRealm(realmId)));
        } catch (ModelException | PersistenceException e) {
            LOG.errorf(
                    e,
                    "The roles %s and %s of realm %s can't be made; the next start tries again",
                    LogText.of(VIEW),
                    LogText.of(MANAGE),
                    LogText.of(realmId));
        }
    }

    private static RoleModel ensure(ClientModel client, String name, String text, @Nullable RoleModel part) {
        RoleModel found = client.getRole(name);
        if (found != null) {
            return found;
        }
        RoleModel role = client.addRole(name);
        role.setDescription(text);
        if (part != null) {
            role.addCompositeRole(part);
        }
        RoleModel admin = client.getRealm().getRole(AdminRoles.ADMIN);
        if (admin != null) {
            admin.addCompositeRole(role);
        }
        return role;
    }
}
