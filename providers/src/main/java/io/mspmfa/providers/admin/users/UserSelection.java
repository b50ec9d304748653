// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.admin.query.CountingFactors;
import io.mspmfa.providers.admin.query.LikePattern;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import io.mspmfa.providers.users.UserRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query for users, built condition by condition and read in order of user name. */
final class UserSelection {
    private static final String RECORD =
            "r.required as required, r.requiredByTenant as byTenant, r.graceStart as graceStart,"
                    + " r.lastChallenge as lastChallenge, r.lastMethod as lastMethod, r.lockedUntil as lockedUntil,"
                    + " r.primaryMethod as primaryMethod";

    private static final String LOCAL_COLUMNS = "select u.id as id, u.username as username, u.email as email,"
            + " u.firstName as firstName, u.lastName as lastName, u.enabled as enabled, " + RECORD;

    private static final String LOCAL = " from UserEntity u"
            + " left join MspMfaUser r on r.realmId = u.realmId and r.userId = u.id"
            + " where u.realmId = :realm and " + ServiceAccounts.IS_PERSON;

    private static final String FEDERATED_COLUMNS = "select r.userId as id, r.username as username, " + RECORD;

    private static final String FEDERATED = " from MspMfaUser r where r.realmId = :realm";

    private static final String LOCAL_CREDENTIAL = "select c.id from CredentialEntity c where c.user.id = u.id and ";

    private static final String FEDERATED_CREDENTIAL = "select f.id from FederatedUserCredentialEntity f"
            + " where f.realmId = r.realmId and f.userId = r.userId and ";

    private final StringBuilder query;
    private final boolean federated;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private VisibleUsers visible = VisibleUsers.ALL;
    private @Nullable CountingFactors factors;

    private UserSelection(boolean federated, String realmId) {
        this.query = new StringBuilder(federated ? FEDERATED : LOCAL);
        this.federated = federated;
        parameters.put("realm", realmId);
    }

    /** Users in Keycloak's own table, without service accounts. */
    static UserSelection local(String realmId) {
        return new UserSelection(false, realmId);
    }

    /** Users of federated directories about whom something is stored. */
    static UserSelection federated(String realmId) {
        return new UserSelection(true, realmId);
    }

    UserSelection visible(VisibleUsers users) {
        visible = users;
        query.append(" and ").append(users.condition());
        return this;
    }

    UserSelection withId(String id) {
        parameters.put("id", id);
        query.append(" and u.id = :id");
        return this;
    }

    UserSelection after(StatusCursor cursor) {
        if (federated) {
            parameters.put("name", cursor.federated());
            parameters.put("id", cursor.federatedId());
            query.append(" and r.username >= :name and (r.username > :name or r.userId > :id)");
        } else {
            parameters.put("name", cursor.local());
            query.append(" and u.username > :name");
        }
        return this;
    }

    UserSelection matching(@Nullable String search) {
        if (search == null || search.isBlank()) {
            return this;
        }
        parameters.put("search", LikePattern.containing(search.strip()));
        if (federated) {
            query.append(" and ").append(LikePattern.condition("r.username"));
        } else {
            query.append(Stream.of("u.username", "u.email", "u.firstName", "u.lastName")
                    .map(LikePattern::condition)
                    .collect(Collectors.joining(" or ", " and (", ")")));
        }
        return this;
    }

    /** Users who have, or don't have, a factor that counts for them. */
    UserSelection enrolled(boolean wanted, CountingFactors counting) {
        factors = counting;
        query.append(wanted ? " and exists (" : " and not exists (")
                .append(
                        federated
                                ? FEDERATED_CREDENTIAL + counting.condition("f.type", "r.realmId", "r.userId")
                                : LOCAL_CREDENTIAL + counting.condition("c.type", "u.realmId", "u.id"))
                .append(")");
        return this;
    }

    /** Users in a certain state. */
    UserSelection in(UserState state, int graceDays) {
        parameters.putAll(state.parameters(graceDays));
        query.append(" and ").append(state.condition());
        return this;
    }

    /** Users who have a credential of one of several types. */
    UserSelection having(List<String> types) {
        parameters.put("types", types);
        query.append(" and exists (")
                .append(federated ? FEDERATED_CREDENTIAL + "f.type" : LOCAL_CREDENTIAL + "c.type")
                .append(" in (:types))");
        return this;
    }

    /** Reads users without their credentials. The order starts with the realm, so that H2 can use an index for it. */
    List<UserStatus> read(EntityManager em, int max) {
        String order = federated ? " order by r.realmId, r.username, r.userId" : " order by u.realmId, u.username";
        String columns = federated ? FEDERATED_COLUMNS : LOCAL_COLUMNS;
        TypedQuery<Tuple> typed = em.createQuery(columns + query + order, Tuple.class);
        return bound(typed)
                .setMaxResults(max)
                .getResultStream()
                .map(this::status)
                .toList();
    }

    /** How many users match. */
    long count(EntityManager em) {
        String counted = federated ? "select count(r.userId)" : "select count(u.id)";
        return bound(em.createQuery(counted + query, Long.class)).getSingleResult();
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> typed) {
        parameters.forEach(typed::setParameter);
        visible.bind(typed);
        if (factors != null) {
            factors.bind(typed);
        }
        return typed;
    }

    private UserStatus status(Tuple row) {
        return new UserStatus(
                row.get("id", String.class),
                row.get("username", String.class),
                federated ? null : row.get("firstName", String.class),
                federated ? null : row.get("lastName", String.class),
                federated ? null : row.get("email", String.class),
                federated || Boolean.TRUE.equals(row.get("enabled", Boolean.class)),
                federated,
                List.of(),
                List.of(),
                record(row));
    }

    private static UserRecord record(Tuple row) {
        Boolean required = row.get("required", Boolean.class);
        return required == null
                ? UserRecord.NONE
                : new UserRecord(
                        required,
                        row.get("byTenant", Boolean.class),
                        row.get("graceStart", Long.class),
                        row.get("lastChallenge", Long.class),
                        row.get("lastMethod", String.class),
                        row.get("lockedUntil", Long.class),
                        row.get("primaryMethod", String.class));
    }
}
