// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.net.URI;

/** A running Keycloak. */
public interface KeycloakServer {

    /** The bootstrap administrator of every server of the suite. */
    String ADMIN = "admin";

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
