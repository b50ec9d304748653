// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.authorization.fgap.evaluation.partial.PartialEvaluationContext;
import org.keycloak.authorization.fgap.evaluation.partial.PartialEvaluationStorageProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * Has Keycloak evaluate the fine-grained permissions of the caller. Keycloak hands the result to whoever filters a query
 * by it, so this pretends to build one.
 */
public final class EvaluatedPermissions implements PartialEvaluationStorageProvider {
    private @Nullable PartialEvaluationContext evaluated;

    private EvaluatedPermissions() {}

    /**
     * Whom the caller of this request may see; nobody if Keycloak doesn't evaluate any permissions for this caller, as for
     * one without a role that allows queries. The number of SQL statements depends on the permissions, not on the users.
     *
     * @param realm a realm with fine-grained permissions, to which the caller belongs
     */
    public static VisibleUsers of(KeycloakSession session, RealmModel realm) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        CriteriaBuilder builder = database.getCriteriaBuilder();
        CriteriaQuery<UserEntity> query = builder.createQuery(UserEntity.class);
        EvaluatedPermissions permissions = new EvaluatedPermissions();
        AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session,
                AdminPermissionsSchema.USERS,
                permissions,
                realm,
                builder,
                query,
                query.from(UserEntity.class));
        return permissions.evaluated == null ? VisibleUsers.NONE : VisibleUsers.under(permissions.evaluated);
    }

    @Override
    public List<Predicate> getFilters(PartialEvaluationContext context) {
        evaluated = context;
        return List.of();
    }

    @Override
    public List<Predicate> getNegateFilters(PartialEvaluationContext context) {
        return List.of();
    }
}
