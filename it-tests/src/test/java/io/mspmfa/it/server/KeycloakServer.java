// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.net.URI;

/** A running Keycloak. */
public interface KeycloakServer {

    /** The bootstrap administrator of every server of the suite. */
    String ADMIN = "admin";

    /** Where the server sends a CIBA request: to its own test provider, as it does not know the machine of the tests. */
    String CIBA_CHANNEL = "/realms/master/msp-mfa-test/ciba";

    /** The address that browsers use, without a slash at the end. */
    URI base();

    /** All that the server has logged so far. */
    String log();

    void stop();

    /** The machine of the tests as the server sees it. */
    String testHost();

    default URI uri(String path) {
        return URI.create(base() + path);
    }
}
