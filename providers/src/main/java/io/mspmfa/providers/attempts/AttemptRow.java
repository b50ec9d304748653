// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.attempts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of MSP_MFA_ATTEMPT, called {@code MspMfaAttempt} in HQL: a wrong code that still counts. */
@Entity(name = AttemptRow.NAME)
@Table(name = "MSP_MFA_ATTEMPT")
@IdClass(AttemptRow.Key.class)
public class AttemptRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaAttempt";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "USER_ID")
    String userId = "";

    /** The number of the attempt, from 1. */
    @Id
    @Column(name = "ATTEMPT")
    int attempt;

    /** Seconds since the epoch. */
    @Column(name = "FAILED")
    long failed;

    /** Until when the user was locked by it, in seconds since the epoch; 0 if it was not the last of a round. */
    @Column(name = "LOCKED_UNTIL")
    long lockedUntil;

    /** For Hibernate. */
    protected AttemptRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String realmId = "";
        String userId = "";
        int attempt;

        /** For Hibernate. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && realmId.equals(key.realmId)
                    && userId.equals(key.userId)
                    && attempt == key.attempt;
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, userId, attempt);
        }
    }
}
