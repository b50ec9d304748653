// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import io.mspmfa.core.enforcement.GracePeriod;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.providers.admin.query.AdminUsers;
import io.mspmfa.providers.admin.query.CountingFactors;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Counts users by the state of their second factor. The number of SQL statements does not depend on how many realms or
 * users there are, and no secret is read.
 */
public final class SummaryQueries {
    private static final String LOCAL_USERS =
            " from UserEntity u where u.realmId in (:realms) and " + ServiceAccounts.IS_PERSON;

    private static final String LOCAL_FACTORS = " from CredentialEntity c join c.user u"
            + " where u.realmId in (:realms) and " + ServiceAccounts.IS_PERSON + " and ";

    private static final String FEDERATED_FACTORS = " from FederatedUserCredentialEntity f where f.realmId in (:realms)"
            + " and exists (select r.userId from MspMfaUser r where r.realmId = f.realmId and r.userId = f.userId) and ";

    private final VisibleUsers visible;
    private final EntityManager em;

    /**
     * Uses the server's database.
     *
     * @param visible whom the caller may see: nobody else is counted, and of federated directories nobody unless these
     *     are all users
     */
    public SummaryQueries(KeycloakSession session, VisibleUsers visible) {
        this.visible = visible;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Counts one realm's users.
     *
     * @param graceDays how many days users may postpone enrolment; also 0 if nobody must enrol
     */
    public RealmSummary of(RealmModel realm, int graceDays) {
        return of(Map.of(realm, graceDays)).getOrDefault(realm.getId(), RealmSummary.EMPTY);
    }

    /**
     * Counts the users of several realms.
     *
     * @param graceDays for each realm, as above
     * @return the numbers of each realm, by its id
     */
    public Map<String, RealmSummary> of(Map<RealmModel, Integer> graceDays) {
        Counting counting = new Counting();
        AdminUsers administrators = new AdminUsers(em, graceDays.keySet());
        CountingFactors factors = new CountingFactors("counting", policies(graceDays.keySet()), administrators);
        Set<String> ids = new HashSet<>();
        graceDays.keySet().forEach(realm -> ids.add(realm.getId()));
        if (!ids.isEmpty()) {
            query(
                            "select u.realmId, count(u.id)" + LOCAL_USERS + " and " + visible.condition()
                                    + " group by u.realmId",
                            ids)
                    .getResultStream()
                    .forEach(row -> counting.add("users", row));
            countEnrolled(ids, factors, counting);
            factors.realms().forEach((method, realmIds) -> countMethod(method, realmIds, counting));
            countRows(ids, counting);
            countGrace(graceDays, factors, counting);
            new UnprotectedAdmins(em, ids, factors, administrators, visible)
                    .count()
                    .forEach((realmId, number) -> counting.add("admins", realmId, number));
        }
        Map<String, RealmSummary> summaries = new HashMap<>();
        ids.forEach(realmId -> summaries.put(realmId, counting.summary(realmId)));
        return summaries;
    }

    private static Map<RealmModel, Policy> policies(Set<RealmModel> realms) {
        return realms.stream().collect(Collectors.toMap(realm -> realm, RealmPolicies::of));
    }

    private void countEnrolled(Set<String> realmIds, CountingFactors factors, Counting counting) {
        factors.bind(query(
                        "select u.realmId, count(u.id)" + LOCAL_USERS
                                + " and exists (select c.id from CredentialEntity c"
                                + " where c.user.id = u.id and " + factors.condition("c.type", "u.realmId", "u.id")
                                + ") and " + visible.condition() + " group by u.realmId",
                        realmIds))
                .getResultStream()
                .forEach(row -> counting.add("enrolled", row));
        if (!visible.areAll()) {
            return;
        }
        factors.bind(query(
                        "select f.realmId, count(distinct f.userId)" + FEDERATED_FACTORS
                                + factors.condition("f.type", "f.realmId", "f.userId") + " group by f.realmId",
                        realmIds))
                .getResultStream()
                .forEach(row -> counting.add("enrolled", row));
    }

    private void countMethod(Method method, Set<String> realmIds, Counting counting) {
        String local = "select u.realmId, count(distinct u.id)" + LOCAL_FACTORS + visible.condition()
                + " and c.type in (:types) group by u.realmId";
        String federated = "select f.realmId, count(distinct f.userId)" + FEDERATED_FACTORS
                + "f.type in (:types) group by f.realmId";
        for (String hql : visible.areAll() ? List.of(local, federated) : List.of(local)) {
            query(hql, realmIds)
                    .setParameter("types", SecondFactors.typesOf(method))
                    .getResultStream()
                    .forEach(row -> counting.addMethod(method, row));
        }
    }

    private void countRows(Set<String> realmIds, Counting counting) {
        query(
                        "select r.realmId, sum(case when r.username is not null then 1 else 0 end),"
                                + " sum(case when r.required = true or r.requiredByTenant = true then 1 else 0 end),"
                                + " sum(case when r.lockedUntil > :now then 1 else 0 end)"
                                + " from MspMfaUser r where r.realmId in (:realms) and "
                                + visible.condition("r.userId") + " group by r.realmId",
                        realmIds)
                .setParameter("now", ServerTime.seconds())
                .getResultStream()
                .forEach(row -> {
                    counting.add("users", row);
                    counting.add("flagged", (String) row[0], (Number) row[2]);
                    counting.add("locked", (String) row[0], (Number) row[3]);
                });
    }

    /** Realms with the same number of days share a condition; there are at most 30 such numbers. */
    private void countGrace(Map<RealmModel, Integer> graceDays, CountingFactors factors, Counting counting) {
        Map<Integer, Set<String>> realmsByDays = new TreeMap<>();
        graceDays.forEach((realm, days) -> {
            if (days > 0) {
                realmsByDays.computeIfAbsent(days, any -> new HashSet<>()).add(realm.getId());
            }
        });
        if (realmsByDays.isEmpty()) {
            return;
        }
        List<String> conditions = realmsByDays.keySet().stream()
                .map(days -> "(r.realmId in (:realms" + days + ") and r.graceStart > :since" + days + ")")
                .toList();
        TypedQuery<Object[]> query = em.createQuery(
                "select r.realmId, count(r.userId) from MspMfaUser r where (" + String.join(" or ", conditions) + ")"
                        + withoutFactor(factors) + " and " + visible.condition("r.userId") + " group by r.realmId",
                Object[].class);
        realmsByDays.forEach((days, realmIds) -> query.setParameter("realms" + days, realmIds)
                .setParameter("since" + days, GracePeriod.latestStartOver(ServerTime.seconds(), days)));
        factors.bind(visible.bind(query)).getResultStream().forEach(row -> counting.add("inGrace", row));
    }

    private static String withoutFactor(CountingFactors factors) {
        return " and not exists (select c.id from CredentialEntity c where c.user.id = r.userId and "
                + factors.condition("c.type", "r.realmId", "r.userId")
                + ") and not exists (select f.id from FederatedUserCredentialEntity f"
                + " where f.realmId = r.realmId and f.userId = r.userId and "
                + factors.condition("f.type", "r.realmId", "r.userId") + ")";
    }

    private TypedQuery<Object[]> query(String hql, Set<String> realmIds) {
        return visible.bind(em.createQuery(hql, Object[].class)).setParameter("realms", realmIds);
    }

    /** Intermediate numbers, by what is counted and by realm. */
    private static final class Counting {
        private final Map<String, Map<String, Long>> numbers = new HashMap<>();
        private final Map<String, Map<String, Long>> byMethod = new HashMap<>();

        /** Each row starts with the realm's id and the number. */
        void add(String what, Object[] row) {
            add(what, (String) row[0], (Number) row[1]);
        }

        void add(String what, String realmId, Number number) {
            numbers.computeIfAbsent(what, any -> new HashMap<>()).merge(realmId, number.longValue(), Long::sum);
        }

        void addMethod(Method method, Object[] row) {
            byMethod.computeIfAbsent((String) row[0], any -> new HashMap<>())
                    .merge(method.json(), (Long) row[1], Long::sum);
        }

        RealmSummary summary(String realmId) {
            return new RealmSummary(
                    number("users", realmId),
                    number("enrolled", realmId),
                    number("flagged", realmId),
                    number("inGrace", realmId),
                    number("locked", realmId),
                    byMethod.getOrDefault(realmId, Map.of()),
                    number("admins", realmId));
        }

        private long number(String what, String realmId) {
            return numbers.getOrDefault(what, Map.of()).getOrDefault(realmId, 0L);
        }
    }
}
