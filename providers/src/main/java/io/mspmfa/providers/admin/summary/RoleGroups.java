// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.providers.admin.query.RoleHolders;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Users with the roles that the policies of several realms exempt or require a factor of, as HQL on a user {@code u}. A role
 * belongs to one realm, so that one list serves all. Users of federated directories have none of them. Without such
 * roles, no SQL.
 */
public final class RoleGroups {
    private static final String NO = "0";

    private final KeycloakSession session;
    private final Set<String> realmsOfHolders = new HashSet<>();
    private final RoleHolders exempt;
    private final RoleHolders required;

    /** Those of several realms. */
    public RoleGroups(KeycloakSession session, EntityManager em, Collection<CountedRealm> realms) {
        this.session = session;
        List<CountedRealm> asking =
                realms.stream().filter(CountedRealm::asksByPolicy).toList();
        List<String> exempting = new ArrayList<>();
        List<String> requiring = new ArrayList<>();
        for (CountedRealm realm : asking) {
            exempting.addAll(ids(realm, CountedRealm::exemptRoles));
            List<String> ids = ids(realm, CountedRealm::requiredRoles);
            if (!ids.isEmpty() && ids.size() == realm.requiredRoles().size()) {
                realmsOfHolders.add(realm.id());
                requiring.addAll(ids);
            }
        }
        this.exempt = RoleHolders.of("exempt", em, exempting);
        this.required = RoleHolders.of("holding", em, requiring);
    }

    /** Without those that don't exist. */
    private List<String> ids(CountedRealm counted, Function<CountedRealm, Set<String>> roles) {
        Set<String> names = roles.apply(counted);
        RealmModel realm = names.isEmpty() ? null : session.realms().getRealm(counted.id());
        return realm == null
                ? List.of()
                : names.stream().flatMap(name -> id(realm, name).stream()).toList();
    }

    private List<String> id(RealmModel realm, String name) {
        @Nullable RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
        return role == null ? List.of() : List.of(role.getId());
    }

    /** Whether a factor is required only of holders of certain roles; of everyone if one of them doesn't exist. */
    public boolean asksHoldersOnly(CountedRealm realm) {
        return realmsOfHolders.contains(realm.id());
    }

    /** 1 for users who are exempt. */
    public String exempt() {
        return isOne(exempt);
    }

    /** 1 for users who must have a factor by a role. */
    public String holders() {
        return isOne(required);
    }

    private static String isOne(RoleHolders holders) {
        return holders.isNobody() ? NO : "case when " + holders.condition() + " then 1 else 0 end";
    }

    /** Binds the parameters of both. */
    public void bind(Query query) {
        exempt.bind(query);
        required.bind(query);
    }
}
