// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandAddressTest {
    /** Names of realms may contain what addresses may not, and what templates of addresses would replace. */
    @ParameterizedTest
    @CsvSource({
        "acme, acme",
        "Über uns, %C3%9Cber%20uns",
        "50%25, 50%2525",
        "a{b}c, a%7Bb%7Dc",
        "a/b?c#d, a%2Fb%3Fc%23d"
    })
    void X16_aRealmsNameIsOneStepOfTheAddress(String realm, String step) {
        String path = BrandAddress.path(realm, BrandAddress.PATH, "0a.png");

        assertThat(path).isEqualTo("realms/" + step + "/msp-mfa/brand/0a.png");
        assertThat(BrandAddress.absolute(URI.create("https://id.example/auth/"), path))
                .hasToString("https://id.example/auth/" + path);
    }
}
