// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.Head;
import io.mspmfa.core.activity.SealedHead;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of MSP_MFA_ACTIVITY_HEAD, called {@code MspMfaActivityHead} in HQL: the ends of a realm's chain. Whoever adds to
 * the chain locks it.
 */
@Entity(name = HeadRow.NAME)
@Table(name = "MSP_MFA_ACTIVITY_HEAD")
public class HeadRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaActivityHead";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Column(name = "LAST_SEQ")
    long lastSeq;

    @Column(name = "LAST_SEAL", length = 64)
    String lastSeal = "";

    /** The last row that was deleted because of its age. */
    @Column(name = "GONE_SEQ")
    long goneSeq;

    @Column(name = "GONE_SEAL", length = 64)
    String goneSeal = "";

    /** Seconds since the epoch; 0 if there are no rows. */
    @Column(name = "OLDEST")
    long oldest;

    /** The id of the key. */
    @Column(name = "KEY_ID", length = 36)
    String keyId = "";

    @Column(name = "SEAL", length = 64)
    String seal = "";

    /** For Hibernate. */
    protected HeadRow() {}

    SealedHead head() {
        return new SealedHead(new Head(realmId, lastSeq, lastSeal, goneSeq, goneSeal, oldest), keyId, seal);
    }
}
