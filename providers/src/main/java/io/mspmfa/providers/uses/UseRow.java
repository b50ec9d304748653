// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.uses;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of MSP_MFA_USE, called {@code MspMfaUse} in HQL: when a credential was last used. The id of a credential is not
 * enough for a key: Keycloak has two tables of them, and an import may choose any id.
 */
@Entity(name = UseRow.NAME)
@Table(name = "MSP_MFA_USE")
@IdClass(UseRow.Key.class)
public class UseRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaUse";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "USER_ID")
    String userId = "";

    @Id
    @Column(name = "CREDENTIAL_ID", length = 36)
    String credentialId = "";

    /** The first use of the last day (UTC) with a use, in seconds since the epoch. */
    @Column(name = "LAST_USED")
    long lastUsed;

    /** For Hibernate. */
    protected UseRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String realmId = "";
        String userId = "";
        String credentialId = "";

        /** For Hibernate. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && realmId.equals(key.realmId)
                    && userId.equals(key.userId)
                    && credentialId.equals(key.credentialId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, userId, credentialId);
        }
    }
}
