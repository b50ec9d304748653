// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of MSP_MFA_ACTIVITY, called {@code MspMfaActivity} in HQL: something that was done. It is never updated. */
@Entity(name = ActivityRow.NAME)
@Table(name = "MSP_MFA_ACTIVITY")
@IdClass(ActivityRow.Key.class)
public class ActivityRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaActivity";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    /** From 1 in each realm. */
    @Id
    @Column(name = "SEQ")
    long seq;

    /** Seconds since the epoch. */
    @Column(name = "DONE_AT")
    long doneAt;

    /** The code of a deed. */
    @Column(name = "WHAT", length = 40)
    String what = "";

    /** Whom it is about; null if it is about the realm. */
    @Column(name = "USER_ID")
    @Nullable String userId;

    /** JSON in ASCII. */
    @Column(name = "CONTENT", length = 4000)
    String content = "";

    /** The seal of the row before. */
    @Column(name = "PREVIOUS", length = 64)
    String previous = "";

    /** The id of the key. */
    @Column(name = "KEY_ID", length = 36)
    String keyId = "";

    @Column(name = "SEAL", length = 64)
    String seal = "";

    /** For Hibernate. */
    protected ActivityRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String realmId = "";
        long seq;

        /** For Hibernate. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && realmId.equals(key.realmId) && seq == key.seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, seq);
        }
    }
}
