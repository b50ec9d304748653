// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of MSP_MFA_LINK, called {@code MspMfaLink} in HQL: a link to a user who existed before it. */
@Entity(name = LinkRow.NAME)
@Table(name = "MSP_MFA_LINK")
@IdClass(LinkRow.Key.class)
public class LinkRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaLink";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "USER_ID")
    String userId = "";

    /** The alias of the identity provider. */
    @Id
    @Column(name = "PROVIDER")
    String provider = "";

    /** Seconds since the epoch. */
    @Column(name = "MADE")
    long made;

    @Enumerated(EnumType.STRING)
    @Column(name = "WAY", length = 20)
    LinkWay way = LinkWay.LOGIN;

    @Column(name = "PROVEN")
    boolean proven;

    /** For Hibernate. */
    protected LinkRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String realmId = "";
        String userId = "";
        String provider = "";

        /** For Hibernate. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && realmId.equals(key.realmId)
                    && userId.equals(key.userId)
                    && provider.equals(key.provider);
        }

        @Override
        public int hashCode() {
            return Objects.hash(realmId, userId, provider);
        }
    }
}
