// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.GroupEntity;

/**
 * Counts enabled users who may administer their realm (by a role that they have directly, through a group or inside
 * another role) and have no second factor. Takes at most five SQL statements, however many realms, roles and users
 * there are.
 */
final class UnprotectedAdmins {
    private final EntityManager em;
    private final FactorTypes factors;
    private final VisibleUsers visible;
    private final Set<String> realmIds = new HashSet<>();
    private final @Nullable String masterId;
    private final Set<String> outerRoles;
    private final Set<String> groups;

    UnprotectedAdmins(EntityManager em, Collection<RealmModel> realms, VisibleUsers visible) {
        this.em = em;
        this.factors = FactorTypes.forAdministrators(realms);
        this.visible = visible;
        realms.forEach(realm -> realmIds.add(realm.getId()));
        this.masterId = realms.stream()
                .filter(realm -> realm.getName().equals(Config.getAdminRealm()))
                .map(RealmModel::getId)
                .findFirst()
                .orElse(null);
        this.outerRoles = outerRoles();
        this.groups = groups();
    }

    /** How many there are in each realm, by the realm's id; realms without any are missing. */
    Map<String, Long> count() {
        Map<String, Long> counts = new HashMap<>();
        countLocal(counts);
        if (visible.areAll()) {
            countFederated(counts);
        }
        return counts;
    }

    private void countLocal(Map<String, Long> counts) {
        String noFactor = " and not exists (select c.id from CredentialEntity c where c.user.id = u.id and "
                + factors.condition("c.type", "u.realmId") + ")";
        TypedQuery<Object[]> local = query("select u.realmId, count(u.id) from UserEntity u"
                + " where u.realmId in (:realms) and u.enabled = true and " + ServiceAccounts.IS_PERSON
                + noFactor + " and " + visible.condition()
                + " and u.id in (select m.user.id from UserRoleMappingEntity m"
                + " join RoleEntity x on x.id = m.roleId where " + isAdminRole()
                + (groups.isEmpty()
                        ? ""
                        : " union select g.user.id from UserGroupMembershipEntity g where g.groupId in (:groups)")
                + ") group by u.realmId");
        factors.bind(withGroups(withOuterRoles(visible.bind(local))))
                .getResultStream()
                .forEach(row -> counts.merge((String) row[0], (Long) row[1], Long::sum));
    }

    private void countFederated(Map<String, Long> counts) {
        String noFederatedFactor = " and not exists (select c.id from FederatedUserCredentialEntity c"
                + " where c.realmId = f.realmId and c.userId = f.userId and "
                + factors.condition("c.type", "f.realmId") + ")";
        TypedQuery<Object[]> federated = query("select f.realmId, f.userId from FederatedUserRoleMappingEntity f"
                + " join RoleEntity x on x.id = f.roleId where f.realmId in (:realms) and " + isAdminRole()
                + noFederatedFactor
                + (groups.isEmpty()
                        ? ""
                        : " union select f.realmId, f.userId from FederatedUserGroupMembershipEntity f"
                                + " where f.groupId in (:groups)" + noFederatedFactor));
        Set<List<Object>> users = new HashSet<>();
        factors.bind(withGroups(withOuterRoles(federated)))
                .getResultStream()
                .map(List::of)
                .forEach(users::add);
        users.forEach(user -> counts.merge((String) user.get(0), 1L, Long::sum));
    }

    /** The roles that contain an administrator's role at any depth, without being one themselves. */
    private Set<String> outerRoles() {
        List<Object[]> parts = query("select p.id, x.id, case when " + isBaseRole("x") + " then 1 else 0 end"
                        + " from CompositeRoleEntity c join c.parentRole p join c.childRole x"
                        + " where p.realmId in (:realms) and not " + isBaseRole("p"))
                .getResultList();
        Set<String> outer = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Object[] part : parts) {
                boolean contains = ((Number) part[2]).intValue() == 1 || outer.contains((String) part[1]);
                grows |= contains && outer.add((String) part[0]);
            }
        }
        return outer;
    }

    /** The groups whose members have an administrator's role, including their subgroups. */
    private Set<String> groups() {
        Set<String> found = new HashSet<>();
        withOuterRoles(query("select g.id, g.realm from GroupRoleMappingEntity m join m.group g"
                        + " join RoleEntity x on x.id = m.roleId where g.realm in (:realms) and " + isAdminRole()))
                .getResultStream()
                .forEach(row -> found.add((String) row[0]));
        if (found.isEmpty()) {
            return found;
        }
        List<Object[]> tree = query("select g.id, g.parentId from GroupEntity g"
                        + " where g.realm in (:realms) and g.parentId <> :top")
                .setParameter("top", GroupEntity.TOP_PARENT_ID)
                .getResultList();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Object[] group : tree) {
                grows |= found.contains((String) group[1]) && found.add((String) group[0]);
            }
        }
        return found;
    }

    private String isAdminRole() {
        return outerRoles.isEmpty() ? isBaseRole("x") : "(" + isBaseRole("x") + " or x.id in (:outer))";
    }

    /** True or false but never unknown, since it is also negated: realm roles belong to no client. */
    private String isBaseRole(String role) {
        String inMaster = " or (" + role + ".realmId = :master and ((" + role + ".clientRole = false and " + role
                + ".name = :admin) or (" + role + ".clientId is not null and " + role
                + ".clientId in (select q.masterAdminClient from RealmEntity q"
                + " where q.masterAdminClient is not null))))";
        return "(" + role + ".clientId is not null and " + role + ".clientId in (select k.id from ClientEntity k"
                + " where k.clientId = :management and k.realmId in (:realms))" + (masterId == null ? "" : inMaster)
                + ")";
    }

    private TypedQuery<Object[]> query(String hql) {
        TypedQuery<Object[]> query = em.createQuery(hql, Object[].class).setParameter("realms", realmIds);
        if (hql.contains(":management")) {
            query.setParameter("management", Constants.REALM_MANAGEMENT_CLIENT_ID);
        }
        if (hql.contains(":master")) {
            query.setParameter("master", masterId).setParameter("admin", AdminRoles.ADMIN);
        }
        return query;
    }

    private TypedQuery<Object[]> withOuterRoles(TypedQuery<Object[]> query) {
        return outerRoles.isEmpty() ? query : query.setParameter("outer", outerRoles);
    }

    private TypedQuery<Object[]> withGroups(TypedQuery<Object[]> query) {
        return groups.isEmpty() ? query : query.setParameter("groups", groups);
    }
}
