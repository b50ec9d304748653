// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.tables;

import io.mspmfa.providers.activity.ActivityRow;
import io.mspmfa.providers.activity.HeadRow;
import io.mspmfa.providers.activity.KeyRow;
import io.mspmfa.providers.attempts.AttemptRow;
import io.mspmfa.providers.brokerlinks.LinkRow;
import io.mspmfa.providers.credentials.CredentialRows;
import io.mspmfa.providers.devices.DeviceRow;
import io.mspmfa.providers.phones.PhoneOwners;
import io.mspmfa.providers.phones.PhoneRow;
import io.mspmfa.providers.risk.profiles.ProfileRow;
import io.mspmfa.providers.users.DepartedRow;
import io.mspmfa.providers.users.UserRow;
import io.mspmfa.providers.uses.FactorUses;
import io.mspmfa.providers.uses.UseRow;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The tables of this extension. */
final class Tables implements JpaEntityProvider {
    /** Those whose rows belong to credentials. */
    static final List<CredentialRows> OF_CREDENTIALS = List.of(FactorUses.ROWS, PhoneOwners.ROWS);

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                UserRow.class,
                DepartedRow.class,
                LinkRow.class,
                AttemptRow.class,
                UseRow.class,
                PhoneRow.class,
                DeviceRow.class,
                ProfileRow.class,
                ActivityRow.class,
                HeadRow.class,
                KeyRow.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/msp-mfa-changelog.xml";
    }

    /** Determines the name of the table in which Liquibase keeps track: DATABASECHANGELOG_MSP_MFA (JpaUtils). */
    @Override
    public String getFactoryId() {
        return TablesFactory.ID;
    }

    @Override
    public void close() {}
}
