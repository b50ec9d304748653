// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.Nationalized;
import org.jspecify.annotations.Nullable;

/**
 * A row of MSP_MFA_USER, called {@code MspMfaUser} in HQL. Only users about whom something is stored have a row. There
 * is no foreign key to Keycloak's users, because those of a federated directory are not in its table.
 */
@Entity(name = UserRow.NAME)
@Table(name = "MSP_MFA_USER")
@IdClass(UserRow.Key.class)
public class UserRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaUser";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "USER_ID")
    String userId = "";

    /** The name of a user of a federated directory; null for users in Keycloak's own table, which contains it. */
    @Nationalized
    @Column(name = "USERNAME")
    @Nullable String username;

    /** Set by the reseller. */
    @Column(name = "REQUIRED")
    boolean required;

    /** Set by the tenant. */
    @Column(name = "REQUIRED_BY_TENANT")
    boolean requiredByTenant;

    /** Seconds since the epoch; 0 if the user's grace was ended; null if it has not begun. */
    @Column(name = "GRACE_START")
    @Nullable Long graceStart;

    /** Seconds since the epoch. */
    @Column(name = "LAST_CHALLENGE")
    @Nullable Long lastChallenge;

    @Column(name = "LAST_METHOD", length = 36)
    @Nullable String lastMethod;

    /** Seconds since the epoch; {@code Long.MAX_VALUE} until an administrator unlocks the user. */
    @Column(name = "LOCKED_UNTIL")
    @Nullable Long lockedUntil;

    /** The word of the method that the user wants to be asked for first; null if the user has not chosen. */
    @Column(name = "PRIMARY_METHOD", length = 36)
    @Nullable String primaryMethod;

    /** For Hibernate. */
    protected UserRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String realmId = "";
        String userId = "";

        /** For Hibernate. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && realmId.equals(key.realmId) && userId.equals(key.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, userId);
        }
    }
}
