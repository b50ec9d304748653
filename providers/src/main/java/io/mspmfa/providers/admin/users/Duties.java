// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.admin.query.RoleHolders;
import io.mspmfa.providers.admin.summary.CountedRealm;
import io.mspmfa.providers.admin.summary.RoleGroups;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/**
 * Of which users of some realms a factor is required, as HQL on a user with the row {@code r}: by the realm's policy or
 * individually. Policies of organisations would take statements for each user. Roles of users of a federated directory
 * are not known to the database: they count as having none.
 */
final class Duties {
    private static final String NO = "0";

    private final Collection<CountedRealm> realms;
    private final RoleGroups roles;

    Duties(KeycloakSession session, EntityManager em, Collection<CountedRealm> realms) {
        this.realms = realms;
        this.roles = new RoleGroups(session, em, realms);
    }

    /** On a user {@code u} of Keycloak's own table. */
    String mustLocal() {
        return must("u.realmId", roles.exempt(), roles.holders());
    }

    /** On a user of a federated directory. */
    String mustFederated() {
        return must("r.realmId", NO, NO);
    }

    /** As a comparison of numbers, since Hibernate's parser is slow at nested parentheses. */
    private String must(String realm, String exempt, String holders) {
        return "case when " + realm + " in (:dutyManaged) and " + UserState.REQUIRED.condition() + " then 1 when "
                + realm + " in (:dutyAsking) and " + exempt + " = 0 then 1 when " + realm
                + " in (:dutyOfHolders) and " + exempt + " = 0 and " + holders + " = 1 then 1 else 0 end = 1";
    }

    void bind(Query query) {
        roles.bind(query);
        RoleHolders.bind(query, "dutyManaged", ids(CountedRealm::managed));
        RoleHolders.bind(query, "dutyAsking", ids(realm -> realm.asksByPolicy() && !roles.asksHoldersOnly(realm)));
        RoleHolders.bind(query, "dutyOfHolders", ids(roles::asksHoldersOnly));
    }

    private Set<String> ids(Predicate<CountedRealm> which) {
        return realms.stream().filter(which).map(CountedRealm::id).collect(Collectors.toSet());
    }
}
