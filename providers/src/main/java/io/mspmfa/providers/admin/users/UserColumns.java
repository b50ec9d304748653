// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.users.UserRecord;
import jakarta.persistence.Tuple;
import java.util.List;

/** What a query reads of a user: {@code u} in Keycloak's own table, and {@code r} in ours. */
final class UserColumns {
    private static final String RECORD =
            "r.required as required, r.requiredByTenant as byTenant, r.graceStart as graceStart,"
                    + " r.lastChallenge as lastChallenge, r.lastMethod as lastMethod, r.lockedUntil as lockedUntil,"
                    + " r.primaryMethod as primaryMethod";

    private static final String LOCAL =
            "select u.id as id, u.realmId as realm, u.username as username, u.email as email,"
                    + " u.firstName as firstName, u.lastName as lastName, u.enabled as enabled, " + RECORD;

    private static final String FEDERATED =
            "select r.userId as id, r.realmId as realm, r.username as username, " + RECORD;

    private UserColumns() {}

    /** The beginning of a query, to which {@link #judged} has to be added. */
    static String of(boolean federated) {
        return federated ? FEDERATED : LOCAL;
    }

    /**
     * What has to be worked out.
     *
     * @param admin 1 for users who may administer the realm
     * @param must 1 for users who must have a factor
     */
    static String judged(String admin, String must) {
        return ", " + admin + " as admin, " + must + " as must";
    }

    /** A row of a query for these columns. */
    static UserStatus status(Tuple row, boolean federated) {
        return new UserStatus(
                row.get("id", String.class),
                row.get("realm", String.class),
                row.get("username", String.class),
                federated ? null : row.get("firstName", String.class),
                federated ? null : row.get("lastName", String.class),
                federated ? null : row.get("email", String.class),
                federated || Boolean.TRUE.equals(row.get("enabled", Boolean.class)),
                federated,
                is(row, "admin"),
                is(row, "must"),
                List.of(),
                List.of(),
                record(row));
    }

    private static boolean is(Tuple row, String column) {
        return row.get(column, Number.class).intValue() == 1;
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
