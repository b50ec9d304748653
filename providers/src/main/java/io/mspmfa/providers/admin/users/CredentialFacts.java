// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.credential.PasswordCredentialModel;

/** The visible facts about users' credentials, read in one SQL statement without their secrets. */
final class CredentialFacts {
    private static final String LOCAL =
            "select c.id as id, c.user.id as user, c.type as type, c.createdDate as created,"
                    + " case when c.type in (:described) then c.credentialData end as data"
                    + " from CredentialEntity c where c.user.id in (:local) and c.type not in (:passwords)";

    private static final String FEDERATED = "select f.id as id, f.userId as user, f.type as type,"
            + " f.createdDate as created, case when f.type in (:described) then f.credentialData end as data"
            + " from FederatedUserCredentialEntity f"
            + " where f.realmId in (:realms) and f.userId in (:federated) and f.type not in (:passwords)";

    /** Those whose data says something about the user, which is not secret. */
    private static final List<String> DESCRIBED = Stream.concat(
                    Stream.of(BackupCodesCredentialModel.TYPE), SecondFactors.typesBoundToAddress().stream())
            .toList();

    private static final Comparator<StoredFactor> OLDEST_FIRST = Comparator.comparingLong(
                    (StoredFactor factor) -> factor.createdMillis() == null ? 0 : factor.createdMillis())
            .thenComparing(StoredFactor::id);

    private CredentialFacts() {}

    /**
     * The same users with their credentials added.
     *
     * @param realmIds the realms of the users
     * @param factorTypes which types of credential count as factors for a user
     */
    static List<UserStatus> add(
            EntityManager em,
            Set<String> realmIds,
            List<UserStatus> users,
            Function<UserStatus, List<String>> factorTypes) {
        if (users.isEmpty()) {
            return users;
        }
        Map<String, List<StoredFactor>> byUser = new HashMap<>();
        query(em, realmIds, ids(users, false), ids(users, true))
                .getResultStream()
                .forEach(row -> byUser.computeIfAbsent(row.get("user", String.class), id -> new ArrayList<>())
                        .add(factor(row)));
        byUser.values().forEach(factors -> factors.sort(OLDEST_FIRST));
        return users.stream()
                .map(user -> user.withCredentials(byUser.getOrDefault(user.id(), List.of()), factorTypes.apply(user)))
                .toList();
    }

    private static TypedQuery<Tuple> query(
            EntityManager em, Set<String> realmIds, List<String> local, List<String> federated) {
        String both = federated.isEmpty() ? LOCAL : local.isEmpty() ? FEDERATED : LOCAL + " union all " + FEDERATED;
        TypedQuery<Tuple> query = em.createQuery(both, Tuple.class)
                .setParameter("described", DESCRIBED)
                .setParameter(
                        "passwords", List.of(PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY));
        if (!local.isEmpty()) {
            query.setParameter("local", local);
        }
        if (!federated.isEmpty()) {
            query.setParameter("realms", realmIds).setParameter("federated", federated);
        }
        return query;
    }

    private static List<String> ids(List<UserStatus> users, boolean federated) {
        return users.stream()
                .filter(user -> user.federated() == federated)
                .map(UserStatus::id)
                .toList();
    }

    private static StoredFactor factor(Tuple row) {
        String type = row.get("type", String.class);
        String data = row.get("data", String.class);
        boolean isSet = BackupCodesCredentialModel.TYPE.equals(type);
        return new StoredFactor(
                row.get("id", String.class),
                type,
                row.get("created", Long.class),
                isSet ? BackupCodesCredentialModel.remaining(data) : OptionalInt.empty(),
                isSet ? null : data);
    }
}
