// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of MSP_MFA_DEPARTED, called {@code MspMfaDeparted} in HQL: what outlives a user who was deleted. */
@Entity(name = DepartedRow.NAME)
@Table(name = "MSP_MFA_DEPARTED")
@IdClass(UserRow.Key.class)
public class DepartedRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaDeparted";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "USER_ID")
    String userId = "";

    /** A hash of the user's name: it can be compared, but not read. */
    @Column(name = "NAME_HASH", length = 64)
    String nameHash = "";

    @Column(name = "REQUIRED")
    boolean required;

    @Column(name = "REQUIRED_BY_TENANT")
    boolean requiredByTenant;

    /** Seconds since the epoch; 0 if the user's grace was ended; null if it had not begun. */
    @Column(name = "GRACE_START")
    @Nullable Long graceStart;

    /** Seconds since the epoch. */
    @Column(name = "DEPARTED")
    long departed;

    /** For Hibernate. */
    protected DepartedRow() {}
}
