// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of MSP_MFA_KEY, called {@code MspMfaKey} in HQL: a secret that a server has made for itself. */
@Entity(name = KeyRow.NAME)
@Table(name = "MSP_MFA_KEY")
public class KeyRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaKey";

    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "SECRET", length = 64)
    String secret = "";

    /** For Hibernate. */
    protected KeyRow() {}
}
