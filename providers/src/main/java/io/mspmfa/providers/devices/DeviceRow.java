// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of MSP_MFA_DEVICE, called {@code MspMfaDevice} in HQL: a device that a user trusts. Times are in seconds. */
@Entity(name = DeviceRow.NAME)
@Table(name = "MSP_MFA_DEVICE")
public class DeviceRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaDevice";

    @Id
    @Column(name = "ID", length = 36)
    String id = "";

    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Column(name = "USER_ID")
    String userId = "";

    @Column(name = "FAMILY_HASH", length = 64)
    String familyHash = "";

    @Column(name = "SECRET_HASH", length = 64)
    String secretHash = "";

    /** {@code -} if there is none, since Oracle knows no empty text. */
    @Column(name = "PREVIOUS_HASH", length = 64)
    String previousHash = "";

    @Column(name = "ROTATED")
    long rotated;

    @Column(name = "CREATED")
    long created;

    @Column(name = "LAST_USED")
    long lastUsed;

    @Column(name = "EXPIRES")
    long expires;

    /** Milliseconds since the epoch, as in the credential. */
    @Column(name = "PASSWORD_SINCE")
    long passwordSince;

    /** The ids of credentials, separated by spaces. */
    @Column(name = "FACTORS", length = 800)
    String factors = "";

    /** Browser and system, as the user's list shows them. */
    @Column(name = "LABEL", length = 120)
    String label = "";

    /** The address from which it was trusted. */
    @Column(name = "NETWORK", length = 45)
    String network = "";

    /** For Hibernate. */
    protected DeviceRow() {}
}
