// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedNetworksTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,            10.255.255.255,          INSIDE",
        "10.0.0.0/8,            11.0.0.0,                OUTSIDE",
        "10.1.2.3/8,            10.9.9.9,                INSIDE",
        "203.0.113.64/26,       203.0.113.127,           INSIDE",
        "203.0.113.64/26,       203.0.113.128,           OUTSIDE",
        "203.0.113.7,           203.0.113.7,             INSIDE",
        "203.0.113.7,           203.0.113.8,             OUTSIDE",
        "203.0.113.7/32,        203.0.113.7,             INSIDE",
        "203.0.113.7/31,        203.0.113.6,             INSIDE",
        "0.0.0.0/0,             203.0.113.7,             INSIDE",
        "0.0.0.0/0,             2001:db8::1,             OUTSIDE",
        "2001:db8::/32,         2001:db8:ffff::1,        INSIDE",
        "2001:db8::/33,         2001:db8:8000::1,        OUTSIDE",
        "2001:db8::1/128,       2001:db8::1,             INSIDE",
        "10.0.0.0/8,            ::ffff:10.1.1.1,         INSIDE",
        "::ffff:10.0.0.0/8,     10.1.1.1,                INSIDE",
    })
    void anAddressIsInsideOrOutside(String entry, String address, Trust trust) {
        assertThat(TrustedNetworks.of(List.of(entry)).trust(address)).isEqualTo(trust);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "2001:db8::/129",
                "::ffff:10.0.0.0/104",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/8 ",
                "10.0.0",
                "10/8",
                "*",
                "10.*",
                "localhost",
                "10.0.0.0/255.0.0.0",
                "fe80::%1/64"
            })
    void R38_aBadEntryTrustsNothing(String entry) {
        TrustedNetworks networks = TrustedNetworks.of(List.of(entry));

        assertThat(networks.trust("10.0.0.1")).isEqualTo(Trust.OUTSIDE);
        assertThat(networks.trust("2001:db8::1")).isEqualTo(Trust.OUTSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-an-ip", "fe80::1%eth0"})
    void R38_whatIsNoAddressIsOutside(String address) {
        assertThat(TrustedNetworks.of(List.of("0.0.0.0/0", "::/0")).trust(address))
                .isEqualTo(Trust.OUTSIDE);
    }

    @Test
    void R38_noAddressIsOutside() {
        assertThat(TrustedNetworks.of(List.of("0.0.0.0/0", "::/0")).trust(null)).isEqualTo(Trust.OUTSIDE);
    }

    @Test
    void aBadEntryDoesNotHideAnother() {
        assertThat(TrustedNetworks.of(List.of("nonsense", "10.0.0.0/8")).trust("10.0.0.1"))
                .isEqualTo(Trust.INSIDE);
    }

    @Test
    void anEmptyListSaysNothing() {
        assertThat(TrustedNetworks.of(List.of()).trust("10.0.0.1")).isEqualTo(Trust.NO_LIST);
    }
}
