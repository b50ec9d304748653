// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.activity;

import io.mspmfa.core.activity.ChainKeys;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.models.KeycloakSession;

/** Known to the factory of our tables: what the server's options say about the record of activity. */
public interface ActivitySettings {
    /** The id of that factory. */
    String FACTORY_ID = "msp-mfa";

    /** How many days a record is kept. */
    int days();

    /** The keys. One statement, or two, the first time on each node; none afterwards. */
    ChainKeys keys(KeycloakSession session);

    /** Those of this server. */
    static ActivitySettings of(KeycloakSession session) {
        return (ActivitySettings)
                session.getKeycloakSessionFactory().getProviderFactory(JpaEntityProvider.class, FACTORY_ID);
    }
}
