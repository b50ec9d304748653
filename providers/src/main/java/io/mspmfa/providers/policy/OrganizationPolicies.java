// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.policy;

import io.mspmfa.core.policy.Exemptions;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.providers.policy.StoredPolicies.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The policies of a user's organisations. All organisations count, not only the one that the user chose for this login
 * (P23), including disabled ones, so that disabling an organisation doesn't weaken anything.
 */
final class OrganizationPolicies {
    /** Precedes the organisation's alias in the name of its layer. */
    private static final String SOURCE_PREFIX = "organization:";

    private OrganizationPolicies() {}

    /**
     * The stored policy of an organisation.
     *
     * @param id the id of the organisation
     * @param alias its alias
     * @param json several values are not a policy, and count as an unreadable one
     */
    record Stored(String id, String alias, String json) {
        Owner owner(RealmModel realm) {
            return Owner.of(realm, id);
        }

        PolicyLayer layer(RealmModel realm) {
            PolicyLayer layer =
                    StoredPolicies.read(owner(realm), json, "organisation " + alias + " of realm " + realm.getName());
            return Exemptions.closed(layer).withoutReserved().named(SOURCE_PREFIX + alias);
        }
    }

    /**
     * The policies of the user's organisations that have one, by alias, whoever asks: with fine-grained admin permissions,
     * Keycloak would leave out what the caller may not see, and at a token the caller is the user. No SQL for a cached
     * user in a realm without such permissions.
     */
    static List<Stored> of(KeycloakSession session, RealmModel realm, UserModel user) {
        OrganizationProvider organizations =
                realm.isOrganizationsEnabled() ? session.getProvider(OrganizationProvider.class) : null;
        if (organizations == null) {
            return List.of();
        }
        List<Stored> found = new ArrayList<>();
        // a Runnable, since the same method with a result exists since Keycloak 26.7 only
        AdminPermissionsSchema.runWithoutAuthorization(session, () -> {
            found.addAll(ofMember(organizations, user));
        });
        return found;
    }

    private static List<Stored> ofMember(OrganizationProvider organizations, UserModel user) {
        // cached like the rest; hasOrganizations() exists since Keycloak 26.7 only
        return organizations.count() == 0
                ? List.of()
                : organizations
                        .getByMember(user)
                        .sorted((a, b) -> a.getAlias().compareTo(b.getAlias()))
                        .flatMap(OrganizationPolicies::stored)
                        .toList();
    }

    /** The policies of all the realm's organisations, in one SQL statement; empty if it has no organisations. */
    static List<Stored> all(KeycloakSession session, RealmModel realm) {
        if (!realm.isOrganizationsEnabled()) {
            return List.of();
        }
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select o.id, o.alias, a.value from OrganizationEntity o"
                                + " join GroupAttributeEntity a on a.group.id = o.groupId and a.name = :policy"
                                + " where o.realmId = :realm",
                        Object[].class)
                .setParameter("policy", RealmPolicies.ATTRIBUTE)
                .setParameter("realm", realm.getId())
                .getResultStream()
                .map(row -> new Stored((String) row[0], (String) row[1], String.valueOf(row[2])))
                .toList();
    }

    private static Stream<Stored> stored(OrganizationModel organization) {
        return Stream.ofNullable(organization.getAttributes().get(RealmPolicies.ATTRIBUTE))
                .filter(texts -> !texts.isEmpty())
                .map(texts -> new Stored(
                        organization.getId(), organization.getAlias(), texts.size() == 1 ? texts.get(0) : ""));
    }
}
