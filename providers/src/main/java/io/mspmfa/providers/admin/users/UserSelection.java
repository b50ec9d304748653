// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.admin.query.AdminUsers;
import io.mspmfa.providers.admin.query.CountingFactors;
import io.mspmfa.providers.admin.query.LikePattern;
import io.mspmfa.providers.admin.query.RealmScope;
import io.mspmfa.providers.admin.query.VisibleUsers;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import io.mspmfa.providers.serviceaccounts.ServiceAccounts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query for users, built condition by condition and read in order of user name. */
final class UserSelection {
    private static final String LOCAL = " from UserEntity u"
            + " left join MspMfaUser r on r.realmId = u.realmId and r.userId = u.id"
            + " where " + ServiceAccounts.IS_PERSON;

    private static final String FEDERATED = " from MspMfaUser r where r.username is not null";

    private static final String LOCAL_CREDENTIAL = "select c.id from CredentialEntity c where c.user.id = u.id and ";

    private static final String FEDERATED_CREDENTIAL = "select f.id from FederatedUserCredentialEntity f"
            + " where f.realmId = r.realmId and f.userId = r.userId and ";

    private final StringBuilder query;
    private final boolean federated;
    private final boolean ofOneRealm;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private VisibleUsers visible = VisibleUsers.ALL;
    private final List<Consumer<Query>> judges = new ArrayList<>();
    private String judged = UserColumns.judged("0", "0");

    private UserSelection(boolean federated, boolean ofOneRealm, String condition) {
        this.query = new StringBuilder((federated ? FEDERATED : LOCAL) + condition);
        this.federated = federated;
        this.ofOneRealm = ofOneRealm;
    }

    /** Users in Keycloak's own table, without service accounts. */
    static UserSelection local(String realmId) {
        return new UserSelection(false, true, " and u.realmId = :realm").with("realm", realmId);
    }

    /** Users of federated directories about whom something is stored. */
    static UserSelection federated(String realmId) {
        return new UserSelection(true, true, " and r.realmId = :realm").with("realm", realmId);
    }

    /** Some users of several realms. */
    static UserSelection withIds(boolean federated, Collection<String> realmIds, Collection<String> ids) {
        return new UserSelection(
                        federated,
                        false,
                        federated
                                ? " and r.realmId in (:realms) and r.userId in (:ids)"
                                : " and u.realmId in (:realms) and u.id in (:ids)")
                .with("realms", realmIds)
                .with("ids", ids);
    }

    /** Users of several realms. */
    static UserSelection in(RealmScope realms, boolean federated) {
        UserSelection selection = new UserSelection(
                federated, false, " and " + realms.condition().formatted(federated ? "r.realmId" : "u.realmId"));
        realms.parameters().forEach(selection::with);
        return selection;
    }

    private UserSelection with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
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

    /** Users after a place in an order. */
    UserSelection after(StatusCursor.@Nullable Place place, StatusOrder order) {
        if (place == null) {
            return this;
        }
        String sign = order.sign();
        String name = federated ? "r.username" : "u.username";
        String later = name + " " + sign + " :name";
        if (!areNamesUnique()) {
            later = name + " " + sign + "= :name and (" + later + " or " + (federated ? "r.userId " : "u.id ") + sign
                    + " :id)";
            parameters.put("id", place.id());
        }
        if (order.key() == StatusOrder.Key.LAST_CHALLENGE) {
            String time = StatusCursor.TIME;
            later = time + " " + sign + "= :time and (" + time + " " + sign + " :time or " + later + ")";
            parameters.put("time", place.time());
        }
        parameters.put("name", place.name());
        query.append(" and ").append(later);
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
        judges.add(counting::bind);
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

    /** Users who must have a factor. */
    UserSelection obliged(Duties duties) {
        judges.add(duties::bind);
        query.append(" and ").append(federated ? duties.mustFederated() : duties.mustLocal());
        return this;
    }

    /** Users who may, or may not, administer the realm. */
    UserSelection administrators(boolean wanted, AdminUsers administrators) {
        judges.add(administrators::bind);
        String id = federated ? "r.userId" : "u.id";
        String those = federated ? administrators.federated("af.userId") : administrators.local();
        query.append(" and ").append(wanted ? id + " in (" + those + ")" : administrators.excluding(id));
        return this;
    }

    /** Users who have backup codes, but fewer than a number of them. */
    UserSelection withBackupCodesBelow(int number) {
        String data = federated ? "f.credentialData" : "c.credentialData";
        String type = federated ? "f.type" : "c.type";
        parameters.put("backupCodes", BackupCodesCredentialModel.TYPE);
        query.append(" and exists (")
                .append(federated ? FEDERATED_CREDENTIAL : LOCAL_CREDENTIAL)
                .append(type)
                .append(" = :backupCodes and (")
                .append(BackupCodesCredentialModel.patternsBelow(number).stream()
                        .map(pattern -> data + " like '" + pattern + "'")
                        .collect(Collectors.joining(" or ")))
                .append("))");
        return this;
    }

    /** Has the list say who may administer the realm, and who must have a factor. */
    UserSelection judged(AdminUsers administrators, Duties duties) {
        judges.add(administrators::bind);
        judges.add(duties::bind);
        String excluding = administrators.excluding(federated ? "r.userId" : "u.id");
        String must = federated ? duties.mustFederated() : duties.mustLocal();
        judged = UserColumns.judged(
                "case when " + excluding + " then 0 else 1 end", "case when " + must + " then 1 else 0 end");
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

    /** Reads users without their credentials. */
    List<UserStatus> read(EntityManager em, StatusOrder order, int max) {
        String sorted = order.by(
                ofOneRealm ? (federated ? "r.realmId" : "u.realmId") : "",
                federated ? "r.username" : "u.username",
                areNamesUnique() ? "" : federated ? "r.userId" : "u.id");
        String columns = UserColumns.of(federated) + judged;
        TypedQuery<Tuple> typed = em.createQuery(columns + query + sorted, Tuple.class);
        return bound(typed)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> UserColumns.status(row, federated))
                .toList();
    }

    private boolean areNamesUnique() {
        return ofOneRealm && !federated;
    }

    /** How many users match. */
    long count(EntityManager em) {
        String counted = federated ? "select count(r.userId)" : "select count(u.id)";
        return bound(em.createQuery(counted + query, Long.class)).getSingleResult();
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> typed) {
        parameters.forEach(typed::setParameter);
        visible.bind(typed);
        judges.forEach(judge -> judge.accept(typed));
        return typed;
    }
}
