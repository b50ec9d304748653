// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.options;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;

/** Whom this server trusts: Keycloak's truststore, or Java's if Keycloak has none. */
public final class KeycloakTrust {
    private KeycloakTrust() {}

    /** For connections from this server. Names are checked by whoever opens the connection. */
    public static SSLContext of(KeycloakSession session) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new JSSETruststoreConfigurator(session).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot use TLS", e);
        }
    }
}
