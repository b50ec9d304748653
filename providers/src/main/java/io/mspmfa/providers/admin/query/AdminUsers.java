// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.query;

import io.mspmfa.providers.roles.Administrators;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.services.managers.RealmManager;

/**
 * Users who may administer their realm, by a role that they have directly, through a group or inside another role, as
 * conditions in HQL: the same decision as {@link Administrators} makes for one user. Finding the roles and groups takes
 * at most five statements, however many realms there are; none before the first condition is asked for.
 */
public final class AdminUsers {
    private static final String LOCAL_ROLE =
            "select am.user.id from UserRoleMappingEntity am join RoleEntity ax on ax.id = am.roleId where ";

    private static final String FEDERATED_ROLE =
            " from FederatedUserRoleMappingEntity af join RoleEntity ax on ax.id = af.roleId where ";

    private static final String LOCAL_GROUP =
            "select ag.user.id from UserGroupMembershipEntity ag where ag.groupId in (:adminGroups)";

    private static final String FEDERATED_GROUP =
            " from FederatedUserGroupMembershipEntity af where af.groupId in (:adminGroups)";

    /** In HQL, the clients whose roles make administrators of tenants. */
    private static final String MANAGEMENT =
            "select k.id from ClientEntity k where k.clientId = '" + Constants.REALM_MANAGEMENT_CLIENT_ID + "'";

    private final EntityManager em;
    private final @Nullable Set<String> realmIds;
    private final @Nullable String masterId;
    private @Nullable Grants grants;

    private AdminUsers(EntityManager em, @Nullable Set<String> realmIds, @Nullable String masterId) {
        this.em = em;
        this.realmIds = realmIds;
        this.masterId = masterId;
    }

    /** Those of a realm. */
    public static AdminUsers of(EntityManager em, RealmModel realm) {
        return of(em, Set.of(realm.getId()), RealmManager.isAdministrationRealm(realm) ? realm.getId() : null);
    }

    /**
     * Those of several realms.
     *
     * @param realmIds some hundreds at most
     * @param masterId the id of master if it is one of them; null if it isn't
     */
    public static AdminUsers of(EntityManager em, Set<String> realmIds, @Nullable String masterId) {
        return new AdminUsers(em, Set.copyOf(realmIds), masterId);
    }

    /**
     * Those of all realms but master, however many there are.
     *
     * @param masterId the id of master
     */
    public static AdminUsers ofTenants(EntityManager em, String masterId) {
        return new AdminUsers(em, null, masterId);
    }

    /**
     * What makes someone an administrator.
     *
     * @param clients whose roles do
     * @param roles the other ones
     * @param groups whose members have such a role
     */
    private record Grants(Set<String> clients, Set<String> roles, Set<String> groups) {}

    /**
     * The condition that a user is none of them. Asks about one user, with an index, because it may stand in a query
     * several times; without parentheses around it, at which Hibernate's parser is slow.
     *
     * @param user path to the user's id
     */
    public String excluding(String user) {
        String none = "not exists (" + LOCAL_ROLE + isGranting("ax") + " and am.user.id = " + user
                + ") and not exists (select af.userId" + FEDERATED_ROLE + isGranting("ax") + " and af.userId = " + user
                + ")";
        return grants().groups().isEmpty()
                ? none
                : none + " and not exists (" + LOCAL_GROUP + " and ag.user.id = " + user
                        + ") and not exists (select af.userId" + FEDERATED_GROUP + " and af.userId = " + user + ")";
    }

    /** A query for their ids, without those of federated directories. */
    public String local() {
        return LOCAL_ROLE + isGranting("ax") + (grants().groups().isEmpty() ? "" : " union " + LOCAL_GROUP);
    }

    /**
     * A query for those of federated directories. May return a user more than once.
     *
     * @param what to select of {@code af}, which has a realmId and a userId
     */
    public String federated(String what) {
        return "select " + what + FEDERATED_ROLE + isGranting("ax") + " and " + in("af.realmId")
                + (grants().groups().isEmpty() ? "" : " union select " + what + FEDERATED_GROUP);
    }

    /** Binds the parameters of those of the above that the query contains. */
    public <Q extends Query> Q bind(Q query) {
        return bind(query, grants());
    }

    private <Q extends Query> Q bind(Q query, Grants known) {
        RoleHolders.bind(query, "adminRealms", realmIds == null ? Set.of() : realmIds);
        RoleHolders.bindOne(query, "adminMaster", masterId);
        RoleHolders.bind(query, "adminClients", known.clients());
        RoleHolders.bind(query, "adminRoles", known.roles());
        RoleHolders.bind(query, "adminGroups", known.groups());
        return query;
    }

    private String in(String realmId) {
        return realmId + (realmIds == null ? " <> :adminMaster" : " in (:adminRealms)");
    }

    /** A list of clients is quicker for some realms, and far too long for all of them. */
    private String isOfManagement(String clientId) {
        return clientId + " in (" + (realmIds == null ? MANAGEMENT : ":adminClients") + ")";
    }

    private String isGranting(String role) {
        return "(" + isOfManagement(role + ".clientId") + " or " + role + ".id in (:adminRoles))";
    }

    private Grants grants() {
        if (grants == null) {
            Set<String> clients = clients();
            Set<String> roles = outerRoles(new Grants(clients, rolesOfMaster(), Set.of()));
            grants = new Grants(clients, roles, groups(new Grants(clients, roles, Set.of())));
        }
        return grants;
    }

    /** In master, the clients that stand for realms; none if they aren't listed. */
    private Set<String> clients() {
        if (realmIds == null) {
            return Set.of();
        }
        String ofMaster = " union select q.masterAdminClient from RealmEntity q where q.masterAdminClient is not null";
        return Set.copyOf(em.createQuery(
                        MANAGEMENT + " and k.realmId in (:adminRealms)" + (masterId == null ? "" : ofMaster),
                        String.class)
                .setParameter("adminRealms", realmIds)
                .getResultList());
    }

    /** The role of master that no client owns. */
    private Set<String> rolesOfMaster() {
        return realmIds == null || masterId == null
                ? Set.of()
                : Set.copyOf(em.createQuery(
                                "select x.id from RoleEntity x where x.realmId = :master and x.clientRole = false"
                                        + " and x.name = :admin",
                                String.class)
                        .setParameter("master", masterId)
                        .setParameter("admin", AdminRoles.ADMIN)
                        .getResultList());
    }

    /** Roles of other clients, or of none, that contain one of an administrator's at any depth. */
    private Set<String> outerRoles(Grants known) {
        List<Object[]> parts = bind(
                        em.createQuery(
                                "select p.id, x.id, case when " + isOfManagement("x.clientId") + " then 1 else 0 end"
                                        + " from CompositeRoleEntity c join c.parentRole p join c.childRole x"
                                        + " where " + in("p.realmId") + " and (p.clientId is null or not "
                                        + isOfManagement("p.clientId") + ")",
                                Object[].class),
                        known)
                .getResultList();
        Set<String> outer = new HashSet<>(known.roles());
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

    /** The groups whose members have one of the roles, including their subgroups. */
    private Set<String> groups(Grants known) {
        Set<String> found = new HashSet<>(bind(
                        em.createQuery(
                                "select g.id from GroupRoleMappingEntity m join m.group g"
                                        + " join RoleEntity ax on ax.id = m.roleId where "
                                        + in("g.realm") + " and " + isGranting("ax"),
                                String.class),
                        known)
                .getResultList());
        if (found.isEmpty()) {
            return found;
        }
        List<Object[]> tree = bind(
                        em.createQuery(
                                "select g.id, g.parentId from GroupEntity g" + " where " + in("g.realm")
                                        + " and g.parentId <> :top",
                                Object[].class),
                        known)
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
}
