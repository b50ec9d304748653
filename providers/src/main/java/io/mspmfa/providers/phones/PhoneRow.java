// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

import io.mspmfa.providers.users.UserRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/**
 * A row of MSP_MFA_PHONE, called {@code MspMfaPhone} in HQL: the number that gets a user's codes. The credential has it
 * too, but no database can search there.
 */
@Entity(name = PhoneRow.NAME)
@Table(name = "MSP_MFA_PHONE")
@IdClass(UserRow.Key.class)
public class PhoneRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaPhone";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "USER_ID")
    String userId = "";

    @Column(name = "CREDENTIAL_ID", length = 36)
    String credentialId = "";

    /** In E.164. */
    @Column(name = "PHONE_NUMBER", length = 16)
    String e164 = "";

    /** For Hibernate. */
    protected PhoneRow() {}
}
