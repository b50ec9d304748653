// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.server.Servers;
import io.mspmfa.it.server.Settings;
import org.junit.jupiter.api.Test;

/** On a server on which everything is in place. */
class StartUpIT {

    @Test
    void theServerSaysInOneLineThatTheExtensionIsInCharge() {
        assertThat(Servers.shared()
                        .log()
                        .lines()
                        .filter(line -> line.contains("MSP MFA ") && line.contains("Keycloak")))
                .singleElement()
                .asString()
                .contains(" INFO ")
                .endsWith("MSP MFA " + Settings.packedVersion() + " is in charge of second factors on Keycloak "
                        + Settings.keycloakVersion());
    }
}
