// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The one gateway that the server's options choose. */
public final class SmsGateways {
    private SmsGateways() {}

    /** Whether a gateway is chosen and complete, so that messages can be sent at all. */
    public static boolean isReady(KeycloakSessionFactory factories) {
        return chosen(factories).isPresent();
    }

    /**
     * The gateway; empty if none is chosen.
     *
     * @throws SmsNotSentException if a secret of its options can't be read at the moment
     */
    public static Optional<SmsGateway> find(KeycloakSession session) {
        return chosen(session.getKeycloakSessionFactory())
                .map(factory -> session.getProvider(SmsGateway.class, factory.getId()));
    }

    /** Keycloak has no default among several, and takes none that is not chosen. */
    private static Optional<SmsGatewayFactory> chosen(KeycloakSessionFactory factories) {
        return Optional.ofNullable(Config.getProvider(SmsSpi.NAME))
                .map(id -> factories.getProviderFactory(SmsGateway.class, id))
                .map(SmsGatewayFactory.class::cast)
                .filter(SmsGatewayFactory::isReady);
    }
}
