// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

class ConsoleAddressTest {
    private static final ConsoleAddress APART =
            new ConsoleAddress(realm("acme"), "https://admin.example/auth", "https://id.example/auth");

    /** Names of realms may contain what addresses may not. */
    @ParameterizedTest
    @CsvSource({"acme, acme", "Über uns, %C3%9Cber%20uns", "50%25, 50%2525", "a{b}c, a%7Bb%7Dc"})
    void aRealmsNameIsOneStepOfTheAddress(String name, String step) {
        ConsoleAddress address = new ConsoleAddress(realm(name), "https://id.example/auth", "https://id.example/auth");

        assertThat(address.page()).hasToString("https://id.example/auth/realms/" + step + "/msp-mfa/console/");
    }

    @Test
    void theLoginIsCalledAcrossOriginsOnlyIfItIsElsewhere() {
        assertThat(APART.foreignOrigin()).isEqualTo("https://id.example");
        assertThat(new ConsoleAddress(realm("acme"), "https://id.example:8443", "https://id.example:8443")
                        .foreignOrigin())
                .isNull();
    }

    /** A proxy may pass on the name that was asked for, or replace it by that of a machine. */
    @ParameterizedTest
    @CsvSource({
        "https://id.example/auth/realms/acme/msp-mfa/console/, true",
        "http://id.example/auth/realms/acme/msp-mfa/console/, true",
        "https://admin.example/auth/realms/acme/msp-mfa/console/, false",
        "http://10.0.0.7:8080/auth/realms/acme/msp-mfa/console/, false"
    })
    void onlyTheFrontendAddressLeadsElsewhere(URI requested, boolean elsewhere) {
        assertThat(APART.isElsewhere(requested)).isEqualTo(elsewhere);
        ConsoleAddress together = new ConsoleAddress(realm("acme"), "https://id.example", "https://id.example");
        assertThat(together.isElsewhere(requested)).isFalse();
    }

    private static RealmModel realm(String name) {
        return (RealmModel) Proxy.newProxyInstance(
                RealmModel.class.getClassLoader(),
                new Class<?>[] {RealmModel.class},
                (proxy, method, arguments) -> name);
    }
}
