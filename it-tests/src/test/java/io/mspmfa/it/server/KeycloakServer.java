// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.net.URI;
import java.util.List;

/** A running Keycloak. */
public interface KeycloakServer {

    /** The bootstrap administrator of every server in these tests. */
    String ADMIN = "admin";

    /**
     * The address to which the server sends a CIBA request: its own test provider, since it can't address the machine
     * that runs the tests.
     */
    String CIBA_CHANNEL = "/realms/master/msp-mfa-test/ciba";

    /** The address for browsers, without a trailing slash. */
    URI base();

    /** Everything that the server has logged so far. */
    String log();

    void stop();

    /**
     * Stops the server as an administrator does, and starts it again at the same address, with the same database if it
     * was made by {@link Servers#withDatabase}.
     */
    void restart();

    /** The name of the machine that runs the tests, as seen by the server. */
    String testHost();

    /** The addresses of its nodes; its own if it is alone. */
    default List<URI> nodes() {
        return List.of(base());
    }

    default URI uri(String path) {
        return URI.create(base() + path);
    }
}
