// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.query.RoleHolders;
import io.mspmfa.providers.factors.SecondFactors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.managers.RealmManager;

/** Refuses policies under which no administrator of the realm could ever sign in again. */
final class LockOut {
    private LockOut() {}

    /**
     * Refuses the policy if it locks out every administrator and the caller has not confirmed that this is intended.
     */
    static void check(KeycloakSession session, RealmModel realm, Policy next, boolean forced) {
        if (forced
                || !next.requiresFactor()
                || SecondFactors.canBeSetUpByAdministrators(session, realm, next)
                || isSomeAdminReady(session, realm, next)) {
            return;
        }
        throw Problem.of(ErrorCode.LOCKS_OUT_ADMINS);
    }

    private static boolean isSomeAdminReady(KeycloakSession session, RealmModel realm, Policy next) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        RoleHolders admins = RoleHolders.of("admins", database, adminRoles(realm));
        TypedQuery<String> query = database.createQuery(
                "select u.id from UserEntity u where u.realmId = :realm and u.enabled = true and "
                        + admins.condition()
                        + " and exists (select 1 from CredentialEntity c where c.user = u and c.type in (:types))",
                String.class);
        admins.bind(query);
        return !query.setParameter("realm", realm.getId())
                .setParameter("types", SecondFactors.typesForAdministrators(next))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The roles that allow someone to correct the policy, or to remove factors. */
    private static List<String> adminRoles(RealmModel realm) {
        ClientModel client = RealmManager.isAdministrationRealm(realm)
                ? realm.getMasterAdminClient()
                : realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return client == null
                ? List.of()
                : List.of(AdminRoles.MANAGE_REALM, AdminRoles.MANAGE_USERS).stream()
                        .map(client::getRole)
                        .filter(role -> role != null)
                        .map(RoleModel::getId)
                        .toList();
    }
}
