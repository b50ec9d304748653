// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.providers.admin.query.AdminUsers;
import io.mspmfa.providers.admin.query.QueryCompiler;
import io.mspmfa.providers.admin.query.RoleHolders;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import io.mspmfa.providers.users.UserRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Counts users by the state of their second factor: the database groups them by what is stored, and the policies decide
 * here what that means. The number of SQL statements does not depend on how many realms or users there are, and no secret
 * is read.
 */
public final class SummaryQueries {
    private static final String KEYS = "x.realmId, x.methods, x.admin, x.flagged, x.locked, x.exempt, x.holder";

    private static final String GROUPED = "select " + KEYS + ", count(x.id) from (%s) x group by " + KEYS;

    private static final String ROW =
            ", case when r.required = true or r.requiredByTenant = true then 1 else 0 end as flagged,"
                    + " case when r.lockedUntil > :now then 1 else 0 end as locked, ";

    private final KeycloakSession session;
    private final VisibleUsers visible;
    private final EntityManager em;

    /**
     * Uses the server's database.
     *
     * @param visible whom the caller may see: nobody else is counted, and of federated directories nobody unless these
     *     are all users
     */
    public SummaryQueries(KeycloakSession session, VisibleUsers visible) {
        this.session = session;
        this.visible = visible;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Counts one realm's users. */
    public RealmSummary of(CountedRealm realm) {
        return of(List.of(realm)).getOrDefault(realm.id(), RealmSummary.EMPTY);
    }

    /**
     * Counts the users of several realms, up to some hundreds.
     *
     * @return the numbers of each realm, by its id
     */
    public Map<String, RealmSummary> of(Collection<CountedRealm> realms) {
        Set<String> ids = new HashSet<>();
        realms.forEach(realm -> ids.add(realm.id()));
        return ids.isEmpty() ? Map.of() : new Count(realms, ids).summaries();
    }

    /**
     * Counts the users of all tenants, however many there are.
     *
     * @param realms all but master
     * @return the numbers of each realm, by its id
     */
    public Map<String, RealmSummary> ofAll(Collection<CountedRealm> realms) {
        return new Count(realms, null).summaries();
    }

    /** One run over several realms. */
    private final class Count {
        private final @Nullable Set<String> ids;
        private final Map<String, Tally> tallies = new HashMap<>();
        private final AdminUsers administrators;
        private final RoleGroups roles;
        private final boolean differForAdministrators;
        private final int longestGrace;
        private final long now = ServerTime.seconds();

        /** @param ids null for all tenants */
        Count(Collection<CountedRealm> realms, @Nullable Set<String> ids) {
            this.ids = ids;
            this.administrators =
                    ids == null ? AdminUsers.ofTenants(em, masterId()) : AdminUsers.of(em, ids, idOfMaster(realms));
            this.roles = new RoleGroups(session, em, realms);
            this.differForAdministrators = realms.stream()
                    .map(CountedRealm::policy)
                    .anyMatch(policy -> MethodBits.under(policy) != MethodBits.forAdministrators(policy));
            this.longestGrace =
                    realms.stream().mapToInt(CountedRealm::graceDays).max().orElse(0);
            realms.forEach(realm -> tallies.put(realm.id(), new Tally(realm, roles.asksHoldersOnly(realm))));
        }

        Map<String, RealmSummary> summaries() {
            QueryCompiler.off(em);
            countUsers();
            countGrace();
            countAdministrators();
            Map<String, RealmSummary> summaries = new HashMap<>();
            tallies.forEach((id, tally) -> summaries.put(id, tally.summary()));
            return summaries;
        }

        private void countUsers() {
            String local = "select u.id as id, u.realmId as realmId, "
                    + (ids == null ? MethodBits.JOINED : MethodBits.local("u.id")) + " as methods, "
                    + isAdministrator("u.id") + " as admin" + ROW + roles.exempt() + " as exempt, " + roles.holders()
                    + " as holder from UserEntity u" + (ids == null ? MethodBits.join() : "") + " left join "
                    + UserRow.NAME + " r on r.realmId = u.realmId and r.userId = u.id where " + in("u.realmId")
                    + " and "
                    + isPerson() + " and " + visible.condition();
            String federated = "select r.userId as id, r.realmId as realmId, "
                    + MethodBits.federated("r.realmId", "r.userId") + " as methods, " + isAdministrator("r.userId")
                    + " as admin" + ROW + "0 as exempt, 0 as holder from " + UserRow.NAME + " r where "
                    + in("r.realmId") + " and r.username is not null";
            for (String users : visible.areAll() ? List.of(local, federated) : List.of(local)) {
                each(
                        query(GROUPED.formatted(users)).setParameter("now", now),
                        (tally, row) -> tally.add(
                                new Tally.Group(
                                        number(row[1]), is(row[2]), is(row[3]), is(row[4]), is(row[5]), is(row[6])),
                                (Long) row[7]));
            }
        }

        /** One by one, since the moment when grace ends is each user's own. */
        private void countGrace() {
            if (longestGrace == 0) {
                return;
            }
            String rows = "select r.realmId, r.graceStart, " + MethodBits.local("r.userId") + " + "
                    + MethodBits.federated("r.realmId", "r.userId") + ", " + isAdministrator("r.userId") + " from "
                    + UserRow.NAME + " r where " + in("r.realmId") + " and r.graceStart > :since and "
                    + visible.condition("r.userId");
            each(
                    query(rows).setParameter("since", GracePeriod.latestStartOver(now, longestGrace)),
                    (tally, row) -> tally.addGrace((Long) row[1], number(row[2]), is(row[3]), now));
        }

        private void countAdministrators() {
            String local = "select u.id as id, u.realmId as realmId, " + MethodBits.local("u.id")
                    + " as methods from UserEntity u where " + in("u.realmId") + " and u.enabled = true and "
                    + isPerson() + " and " + visible.condition() + " and u.id in ("
                    + administrators.local() + ")";
            each(
                    query("select x.realmId, x.methods, count(x.id) from (" + local
                            + ") x group by x.realmId, x.methods"),
                    (tally, row) -> tally.addAdministrators(number(row[1]), (Long) row[2]));
            if (visible.areAll()) {
                String methods = MethodBits.federated("af.realmId", "af.userId");
                Set<List<Object>> once = new HashSet<>();
                each(query(administrators.federated("af.realmId, " + methods + ", af.userId")), (tally, row) -> {
                    if (once.add(List.of(row))) {
                        tally.addAdministrators(number(row[1]), 1);
                    }
                });
            }
        }

        private String isPerson() {
            return ids == null ? ServiceAccounts.IS_PERSON_AMONG_ALL : ServiceAccounts.IS_PERSON;
        }

        /** Asked only where it decides what counts. */
        private String isAdministrator(String user) {
            return differForAdministrators ? "case when " + administrators.excluding(user) + " then 0 else 1 end" : "0";
        }

        private String in(String realmId) {
            return ids == null ? "1 = 1" : realmId + " in (:realms)";
        }

        private TypedQuery<Object[]> query(String hql) {
            TypedQuery<Object[]> query = administrators.bind(visible.bind(em.createQuery(hql, Object[].class)));
            roles.bind(query);
            RoleHolders.bind(query, "realms", ids == null ? Set.of() : ids);
            return query;
        }

        /** Rows begin with the id of their realm; those of other realms are left out. */
        private void each(TypedQuery<Object[]> query, BiConsumer<Tally, Object[]> work) {
            query.getResultStream().forEach(row -> {
                Tally tally = tallies.get((String) row[0]);
                if (tally != null) {
                    work.accept(tally, row);
                }
            });
        }
    }

    private String masterId() {
        return session.realms().getRealmByName(Config.getAdminRealm()).getId();
    }

    private static @Nullable String idOfMaster(Collection<CountedRealm> realms) {
        return realms.stream()
                .filter(CountedRealm::isMaster)
                .findFirst()
                .map(CountedRealm::id)
                .orElse(null);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static boolean is(Object value) {
        return number(value) == 1;
    }
}
